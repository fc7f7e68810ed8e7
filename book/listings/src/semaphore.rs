//! Semaphore: at most so many at the same time.

use std::{rc::Rc, sync::Arc};

use futures::{StreamExt, future::join_all, stream};
use tokio::{
    sync::Semaphore,
    task::yield_now,
    time::{Duration, sleep},
};

use crate::{
    harbors::{Harbors, NoAnswer},
    say::say,
    schedules::{Ended, Ending, Program},
};

/// The harbors that the chapter asks.
pub const NAMES: [&str; 6] = ["bergen", "molde", "narvik", "oslo", "tromso", "vardo"];

/// Asks six harbors, two at a time, and says when each question begins.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way.
// ANCHOR: two_lines
// In this order: bergen, which answers after 100 ms, molde (40 ms),
// narvik (40), oslo (40), tromso (70), vardo (40).
pub async fn two_lines(harbors: &Harbors) {
    let lines = Semaphore::new(2);
    let questions = NAMES.map(async |name| {
        let _line = lines.acquire().await.expect("nobody closes it");
        say(format!("asking {name}"));
        harbors.level(name).await
    });
    join_all(questions).await;
    say("all have answered");
}
// ANCHOR_END: two_lines

/// Asks six harbors, `at_most` at a time.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way.
pub async fn limited(harbors: &Harbors, at_most: usize) {
    let lines = Semaphore::new(at_most);
    let questions = NAMES.map(async |name| {
        let _line = lines.acquire().await.expect("nobody closes it");
        harbors.level(name).await
    });
    join_all(questions).await;
}

/// Harbors that are asked two questions at a time.
// ANCHOR: switchboard
pub struct Switchboard {
    harbors: Harbors,
    lines: Semaphore,
}

impl Switchboard {
    pub fn new(harbors: Harbors) -> Switchboard {
        Switchboard { harbors, lines: Semaphore::new(2) }
    }

    pub async fn level(&self, name: &str) -> Result<u32, NoAnswer> {
        let _line = self.lines.acquire().await.expect("nobody closes it");
        self.harbors.level(name).await
    }
}
// ANCHOR_END: switchboard

/// Asks every harbor through the switchboard.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way and gives their lines back.
// ANCHOR: ask
pub async fn ask_all(board: &Switchboard) -> Vec<Result<u32, NoAnswer>> {
    join_all(NAMES.map(|name| board.level(name))).await
}
// ANCHOR_END: ask

/// A big request waits for two permits of which one is held, and a small one comes after it.
///
/// # Cancel safety
///
/// Dropping it gives back what was taken.
pub async fn in_line() {
    let gate = Semaphore::new(2);
    let held = async {
        let _one = gate.acquire().await;
        sleep(Duration::from_millis(50)).await;
    };
    let big = async {
        let _both = gate.acquire_many(2).await;
        say("big");
    };
    let small = async {
        let _one = gate.acquire().await;
        say("small");
    };
    tokio::join!(held, big, small);
}

/// Takes a permit into a task.
///
/// # Cancel safety
///
/// Dropping it leaves the tasks to their end; they hold their permits until then.
// ANCHOR: owned
pub async fn in_tasks(harbors: &Harbors) {
    let lines = Arc::new(Semaphore::new(2));
    let mut tasks = Vec::new();
    for name in NAMES {
        let line = lines.clone().acquire_owned().await.expect("it is open");
        let harbors = harbors.clone();
        tasks.push(tokio::spawn(async move {
            let _line = line; // given back when the task ends
            harbors.level(name).await
        }));
    }
    join_all(tasks).await;
}
// ANCHOR_END: owned

/// Takes a permit and drops it in the same line.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way.
// ANCHOR: let_underscore
pub async fn unguarded(harbors: &Harbors) {
    let lines = Semaphore::new(2);
    let questions = NAMES.map(async |name| {
        let _ = lines.acquire().await.expect("nobody closes it");
        harbors.level(name).await
    });
    join_all(questions).await;
}
// ANCHOR_END: let_underscore

/// Asks in pairs; the next pair waits for the slower one of the last.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way.
// ANCHOR: waves
pub async fn in_waves(harbors: &Harbors) {
    for pair in NAMES.chunks(2) {
        join_all(pair.iter().map(|name| harbors.level(name))).await;
    }
}
// ANCHOR_END: waves

/// Asks at most two at a time and gives the answers as they come.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way.
// ANCHOR: stream
pub async fn as_they_come(harbors: &Harbors) -> Vec<Result<u32, NoAnswer>> {
    let questions = NAMES.map(|name| harbors.level(name));
    stream::iter(questions).buffer_unordered(2).collect().await
}
// ANCHOR_END: stream

/// A ship that needs two berths and takes them one after the other.
///
/// # Cancel safety
///
/// Dropping it gives back what was taken.
// ANCHOR: one_berth
async fn moor(ship: &str, berths: &Semaphore) {
    let _bow = berths.acquire().await;
    say(format!("{ship} has one berth"));
    yield_now().await; // it throws a line ashore
    say(format!("{ship} asks for the other"));
    let _stern = berths.acquire().await;
    say(format!("{ship} has both"));
}
// ANCHOR_END: one_berth

/// A ship that takes both berths or none.
///
/// # Cancel safety
///
/// Dropping it gives back what was taken.
// ANCHOR: both_berths
async fn moor_at_once(ship: &str, berths: &Semaphore) {
    let _both = berths.acquire_many(2).await;
    say(format!("{ship} has both"));
    yield_now().await; // it throws a line ashore
}
// ANCHOR_END: both_berths

/// Two ships, two berths; each ship takes them one after the other.
pub fn ships_one_by_one() -> Program {
    let berths = Rc::new(Semaphore::new(2));
    let ship = |name: &'static str| {
        let berths = Rc::clone(&berths);
        Box::pin(async move { moor(name, &berths).await })
    };
    Program { futures: vec![("fram", ship("fram")), ("gjoa", ship("gjoa"))], judge: judge() }
}

/// Two ships, two berths; each ship takes both or none.
pub fn ships_at_once() -> Program {
    let berths = Rc::new(Semaphore::new(2));
    let ship = |name: &'static str| {
        let berths = Rc::clone(&berths);
        Box::pin(async move { moor_at_once(name, &berths).await })
    };
    Program { futures: vec![("fram", ship("fram")), ("gjoa", ship("gjoa"))], judge: judge() }
}

fn judge() -> Box<dyn FnOnce(Ended) -> Ending> {
    Box::new(|ended| match ended {
        Ended::Done => Ending { is_found: false, text: "Both ships have moored.".to_owned() },
        Ended::Stuck => Ending {
            is_found: true,
            text: "Each holds what the other one waits for, and waits for ever.".to_owned(),
        },
    })
}
