//! Locks: keep together what must change together.

use std::{future::Future, pin::Pin, rc::Rc, sync::Mutex, time::Duration};

use futures::future::join_all;
use tokio::{
    task::yield_now,
    time::{error::Elapsed, timeout},
};

use crate::{
    harbors::Harbors,
    say::say,
    schedules::{Ended, Ending, Program},
};

/// Adds up three levels, and loses two of them.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way.
// ANCHOR: lost
pub async fn lost(harbors: &Harbors) -> u32 {
    let sum = Mutex::new(0);
    join_all(["bergen", "oslo", "tromso"].map(async |name| {
        let before = *sum.lock().expect("nobody panics");
        let level = harbors.level(name).await.unwrap_or(0);
        say(format!("{name}: {before} + {level}"));
        *sum.lock().expect("nobody panics") = before + level;
    }))
    .await;
    let sum = sum.into_inner().expect("nobody panics");
    say(format!("the sum is {sum}"));
    sum
}
// ANCHOR_END: lost

/// Adds up the levels.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way.
// ANCHOR: kept
pub async fn kept(harbors: &Harbors) -> u32 {
    let tide = Tide::default();
    join_all(["bergen", "oslo", "tromso"].map(async |name| {
        let level = harbors.level(name).await.unwrap_or(0);
        tide.add(level);
    }))
    .await;
    tide.sum()
}

#[derive(Default)]
struct Tide(Mutex<u32>);

impl Tide {
    fn add(&self, level: u32) {
        *self.0.lock().expect("nobody panics") += level; // in one step
    }

    fn sum(&self) -> u32 {
        *self.0.lock().expect("nobody panics")
    }
}
// ANCHOR_END: kept

/// Adds up the levels, one question after the other.
///
/// # Cancel safety
///
/// Dropping it drops the question under way.
// ANCHOR: in_turn
pub async fn in_turn(harbors: &Harbors) -> u32 {
    let sum = tokio::sync::Mutex::new(0);
    join_all(["bergen", "oslo", "tromso"].map(async |name| {
        let mut sum = sum.lock().await;
        *sum += harbors.level(name).await.unwrap_or(0);
    }))
    .await;
    sum.into_inner()
}
// ANCHOR_END: in_turn

/// Waits for a lock that it holds itself.
///
/// # Errors
///
/// When it has waited for a minute.
///
/// # Cancel safety
///
/// Dropping it gives the lock back.
// ANCHOR: again
pub async fn again() -> Result<(), Elapsed> {
    let gate = tokio::sync::Mutex::new(());
    let _mine = gate.lock().await;
    timeout(Duration::from_secs(60), gate.lock()).await.map(drop)
}
// ANCHOR_END: again

/// Adds one level to the sum: reads, waits and writes.
///
/// # Cancel safety
///
/// Dropping it before it writes adds nothing.
// ANCHOR: add_later
async fn add_later(harbor: &str, level: u32, sum: &Mutex<u32>) {
    let before = *sum.lock().expect("nobody panics");
    say(format!("{harbor} reads {before}"));
    yield_now().await; // somebody else may run
    *sum.lock().expect("nobody panics") = before + level;
    say(format!("{harbor} writes {}", before + level));
}
// ANCHOR_END: add_later

/// Adds one level to the sum: waits, then reads and writes.
///
/// # Cancel safety
///
/// Dropping it before it writes adds nothing.
async fn add_at_once(harbor: &str, level: u32, sum: &Mutex<u32>) {
    yield_now().await;
    *sum.lock().expect("nobody panics") += level;
    say(format!("{harbor} adds {level}"));
}

/// Two clerks that read, wait and write.
pub fn clerks_later() -> Program {
    let sum = Rc::new(Mutex::new(0));
    let (one, two) = (sum.clone(), sum.clone());
    Program {
        futures: vec![
            ("oslo", Box::pin(async move { add_later("oslo", 3, &one).await })),
            ("bergen", Box::pin(async move { add_later("bergen", 12, &two).await })),
        ],
        judge: Box::new(move |_| judge_sum(&sum)),
    }
}

/// Two clerks that wait, and then read and write.
pub fn clerks_at_once() -> Program {
    let sum = Rc::new(Mutex::new(0));
    let (one, two) = (sum.clone(), sum.clone());
    Program {
        futures: vec![
            ("oslo", Box::pin(async move { add_at_once("oslo", 3, &one).await })),
            ("bergen", Box::pin(async move { add_at_once("bergen", 12, &two).await })),
        ],
        judge: Box::new(move |_| judge_sum(&sum)),
    }
}

fn judge_sum(sum: &Mutex<u32>) -> Ending {
    let sum = *sum.lock().expect("nobody panics");
    let text = match sum {
        15 => "The sum is 15: nothing is lost.".to_owned(),
        3 => "The sum is 3: Bergen's level is lost.".to_owned(),
        other => format!("The sum is {other}: Oslo's level is lost."),
    };
    Ending { is_found: sum != 15, text }
}

/// A ship passes two gates; between them, others may move.
///
/// # Cancel safety
///
/// Dropping it gives both gates back.
// ANCHOR: pass
type Gate = tokio::sync::Mutex<()>;

async fn pass(ship: &str, first: &Gate, second: &Gate) {
    let _first = first.lock().await;
    say(format!("{ship} is in its first gate"));
    yield_now().await; // somebody else may run
    let _second = second.lock().await;
    say(format!("{ship} is through"));
}
// ANCHOR_END: pass

/// A ship and the two gates that it passes, in this order.
type Ship = (&'static str, usize, usize);

/// Three ships in a circle: each goes to where the next one comes from.
pub const CIRCLE: [Ship; 3] = [("fram", 0, 1), ("gjoa", 1, 2), ("maud", 2, 0)];

/// Three ships that pass the gate with the smaller number first.
pub const IN_ORDER: [Ship; 3] = [("fram", 0, 1), ("gjoa", 1, 2), ("maud", 0, 2)];

/// These ships, and three gates.
pub fn ships(ships: &[Ship]) -> Program {
    let gates: [Rc<Gate>; 3] = Default::default();
    let mut futures = Vec::new();
    for (ship, first, second) in ships.iter().copied() {
        let (first, second) = (gates[first].clone(), gates[second].clone());
        let future: Pin<Box<dyn Future<Output = ()>>> =
            Box::pin(async move { pass(ship, &first, &second).await });
        futures.push((ship, future));
    }
    Program { futures, judge: Box::new(judge_ships) }
}

fn judge_ships(ended: Ended) -> Ending {
    match ended {
        Ended::Done => Ending { is_found: false, text: "All ships are through.".to_owned() },
        Ended::Stuck => Ending {
            is_found: true,
            text: "Each ship holds the gate that the next one waits for.".to_owned(),
        },
    }
}
