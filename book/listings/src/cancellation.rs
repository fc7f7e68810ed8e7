//! Cancellation: any await may be the last one.

use std::{pin::pin, rc::Rc, time::Duration};

use tokio::{
    select,
    sync::Mutex,
    task::yield_now,
    time::{sleep, timeout},
};
use tokio_util::sync::CancellationToken;

use crate::{
    harbors::Harbors,
    say::say,
    schedules::{Ended, Ending, Program},
};

/// Asks two harbors and waits for the first answer: oslo's, after 40 ms.
///
/// # Cancel safety
///
/// Dropping it drops both questions.
// ANCHOR: race
pub async fn race(harbors: &Harbors) {
    select! {
        biased;
        () = ask(harbors, "bergen") => say("bergen was first"), // 100 ms
        () = ask(harbors, "oslo") => say("oslo was first"), // 40 ms
    }
}

async fn ask(harbors: &Harbors, name: &'static str) {
    let _line = Line(name); // says "NAME hangs up" when it is dropped
    say(format!("asking {name}"));
    let _ = harbors.level(name).await;
    say(format!("{name} has answered"));
}
// ANCHOR_END: race

/// Asks oslo and then bergen, and has no time for both.
///
/// # Cancel safety
///
/// Dropping it drops the question under way.
// ANCHOR: hurried
pub async fn hurried(harbors: &Harbors) {
    let both = async {
        ask(harbors, "oslo").await; // 40 ms
        ask(harbors, "bergen").await; // 100 ms
        say("both have answered");
    };
    if timeout(Duration::from_millis(60), both).await.is_err() {
        say("no time is left");
    }
}
// ANCHOR_END: hurried

struct Line(&'static str);

impl Drop for Line {
    fn drop(&mut self) {
        say(format!("{} hangs up", self.0));
    }
}

/// The sum of three levels, asked for one after the other: 29, after 150 ms.
///
/// # Cancel safety
///
/// None: dropped, it loses the sum so far.
// ANCHOR: round
pub async fn round(harbors: &Harbors) -> u32 {
    let mut sum = 0;
    for name in ["oslo", "tromso", "molde"] {
        sum += harbors.level(name).await.unwrap_or(0);
    }
    sum
}
// ANCHOR_END: round

/// Waits for a round, with a heartbeat every 100 ms, and gives up at the third one.
///
/// # Cancel safety
///
/// Dropping it drops the round.
// ANCHOR: again
pub async fn again(harbors: &Harbors) -> Option<u32> {
    for _ in 0..3 {
        select! {
            sum = round(harbors) => return Some(sum),
            () = sleep(Duration::from_millis(100)) => say("alive"),
        }
    }
    None
}
// ANCHOR_END: again

/// Waits for the same round in each turn of the loop.
///
/// # Cancel safety
///
/// Dropping it drops the round.
// ANCHOR: kept
pub async fn kept(harbors: &Harbors) -> Option<u32> {
    let mut round = pin!(round(harbors));
    for _ in 0..3 {
        select! {
            sum = &mut round => return Some(sum),
            () = sleep(Duration::from_millis(100)) => say("alive"),
        }
    }
    None
}
// ANCHOR_END: kept

/// A round that can be waited for again and again.
// ANCHOR: tally
pub struct Tally {
    harbors: Harbors,
    left: Vec<&'static str>,
    sum: u32,
}

impl Tally {
    pub async fn finish(&mut self) -> u32 {
        while let Some(name) = self.left.last() {
            let level = self.harbors.level(name).await.unwrap_or(0);
            // No await from here on: both happen, or neither.
            self.left.pop();
            self.sum += level;
        }
        self.sum
    }
}
// ANCHOR_END: tally

/// Waits for a tally, with a heartbeat every 100 ms, and gives up at the third one.
///
/// # Cancel safety
///
/// Dropping it drops the tally.
pub async fn counted(harbors: &Harbors) -> Option<u32> {
    let left = vec!["molde", "tromso", "oslo"];
    let mut tally = Tally { harbors: harbors.clone(), left, sum: 0 };
    for _ in 0..3 {
        select! {
            sum = tally.finish() => return Some(sum),
            () = sleep(Duration::from_millis(100)) => say("alive"),
        }
    }
    None
}

/// Asks one harbor after the other until there is a stop.
///
/// # Cancel safety
///
/// Dropping it loses the levels so far; the token does not.
// ANCHOR: tour
pub async fn tour(harbors: &Harbors, stop: &CancellationToken) -> Vec<u32> {
    let mut levels = Vec::new();
    for name in ["oslo", "tromso", "molde"] {
        if stop.is_cancelled() {
            break;
        }
        levels.push(harbors.level(name).await.unwrap_or(0));
    }
    sleep(Duration::from_millis(10)).await; // it closes its log
    levels
}
// ANCHOR_END: tour

/// Asks bergen, and the question goes on if this is dropped.
///
/// # Cancel safety
///
/// Dropping it gives up the answer, not the question.
// ANCHOR: shielded
pub async fn shielded(harbors: &Harbors) -> Option<u32> {
    let harbors = harbors.clone();
    let task = tokio::spawn(async move { harbors.level("bergen").await });
    task.await.ok()?.ok()
}
// ANCHOR_END: shielded

/// A ship that is at the berth and leaves.
// ANCHOR: by_reference
async fn unload(berth: &Mutex<()>) {
    let _berth = berth.lock().await;
    say("gjoa has the berth");
    yield_now().await; // it unloads
    say("gjoa leaves");
}

async fn moor(berth: &Mutex<()>) {
    let mut turn = pin!(berth.lock());
    select! {
        biased;
        _berth = &mut turn => return say("fram has the berth"),
        () = yield_now() => say("fram has waited long enough"),
    }
    say("fram asks the harbor master");
    let _berth = berth.lock().await;
    say("fram has the berth, late");
}
// ANCHOR_END: by_reference

/// The same ship, which gives up its turn before it asks again.
///
/// # Cancel safety
///
/// Dropping it gives up its turn.
// ANCHOR: by_value
async fn moor_anew(berth: &Mutex<()>) {
    select! {
        biased;
        _berth = berth.lock() => return say("fram has the berth"),
        () = yield_now() => say("fram has waited long enough"),
    }
    say("fram asks the harbor master");
    let _berth = berth.lock().await;
    say("fram has the berth, late");
}
// ANCHOR_END: by_value

/// A berth, and a ship that keeps its turn and does not poll it.
pub fn futurelock() -> Program {
    let berth = Rc::new(Mutex::new(()));
    let (gjoa, fram) = (Rc::clone(&berth), berth);
    Program {
        futures: vec![
            ("gjoa", Box::pin(async move { unload(&gjoa).await })),
            ("fram", Box::pin(async move { moor(&fram).await })),
        ],
        judge: judge(),
    }
}

/// A berth, and a ship that drops its turn.
pub fn turn_dropped() -> Program {
    let berth = Rc::new(Mutex::new(()));
    let (gjoa, fram) = (Rc::clone(&berth), berth);
    Program {
        futures: vec![
            ("gjoa", Box::pin(async move { unload(&gjoa).await })),
            ("fram", Box::pin(async move { moor_anew(&fram).await })),
        ],
        judge: judge(),
    }
}

fn judge() -> Box<dyn FnOnce(Ended) -> Ending> {
    Box::new(|ended| match ended {
        Ended::Done => Ending { is_found: false, text: "Fram has had the berth.".to_owned() },
        Ended::Stuck => Ending {
            is_found: true,
            text: "The berth is free, and it is kept for a future that nobody polls.".to_owned(),
        },
    })
}
