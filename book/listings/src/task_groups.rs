//! Task groups: no child outlives its parent.

use std::{panic::resume_unwind, time::Duration};

use tokio::{task::JoinSet, time::sleep};

use crate::{
    harbors::{Harbors, NoAnswer},
    say::say,
};

/// Calls two harbors in tasks of one group, and says the failure when both tasks are gone.
///
/// # Cancel safety
///
/// Dropping it aborts the calls under way.
// ANCHOR: rounds
pub async fn rounds(harbors: &Harbors) {
    let mut group = JoinSet::new();
    for name in ["bergen", "atlantis"] {
        group.spawn(call(harbors.clone(), name));
    }
    say("two tasks are spawned");
    let mut outcome = String::from("no failure");
    while let Some(ended) = group.join_next().await {
        if let Ok(Err(error)) = ended {
            outcome = error.to_string();
            group.abort_all();
        }
    }
    say(outcome);
}
// ANCHOR_END: rounds

/// Asks a harbor, and says when the line is taken and when it is given back.
///
/// # Cancel safety
///
/// Dropping it gives the line back.
// ANCHOR: call
type Answer = Result<u32, NoAnswer>;

async fn call(harbors: Harbors, name: &'static str) -> Answer {
    say(format!("calling {name}"));
    let _line = Line(name);
    harbors.level(name).await
}

struct Line(&'static str);

impl Drop for Line {
    fn drop(&mut self) {
        say(format!("{} is off the line", self.0));
    }
}
// ANCHOR_END: call

/// Calls each harbor in a task of one group.
// ANCHOR: group
fn calls(harbors: &Harbors, names: &[&'static str]) -> JoinSet<Answer> {
    let mut group = JoinSet::new();
    for name in names {
        group.spawn(call(harbors.clone(), name));
    }
    group
}
// ANCHOR_END: group

/// Gives the levels as they come, or the first failure when nothing is under way any more.
///
/// # Errors
///
/// If a harbor does not answer.
///
/// # Cancel safety
///
/// Dropping it aborts the calls under way.
// ANCHOR: survey
type Levels = Result<Vec<u32>, NoAnswer>;

pub async fn survey(harbors: &Harbors, names: &[&'static str]) -> Levels {
    let mut group = calls(harbors, names);
    let (mut levels, mut failure) = (Vec::new(), None);
    while let Some(ended) = group.join_next().await {
        match ended {
            Ok(Ok(level)) => levels.push(level),
            Ok(Err(error)) => {
                failure.get_or_insert(error);
                group.abort_all();
            }
            Err(error) if error.is_cancelled() => {}
            Err(error) => resume_unwind(error.into_panic()),
        }
    }
    failure.map_or(Ok(levels), Err)
}
// ANCHOR_END: survey

/// Returns at the first failure, and leaves the rest to the drop of the group.
///
/// # Errors
///
/// If a harbor does not answer.
///
/// # Cancel safety
///
/// Dropping it aborts the calls under way.
// ANCHOR: hasty
pub async fn hasty(harbors: &Harbors, names: &[&'static str]) -> Levels {
    let mut group = calls(harbors, names);
    let mut levels = Vec::new();
    while let Some(ended) = group.join_next().await {
        levels.push(ended.expect("no call panics")?);
    }
    Ok(levels)
}
// ANCHOR_END: hasty

/// Looks after ships that come every 50 ms, and joins none of their tasks.
///
/// # Cancel safety
///
/// Dropping it aborts the tasks under way.
// ANCHOR: watch
pub async fn watch(harbors: &Harbors, ships: usize) -> JoinSet<Answer> {
    let mut group = JoinSet::new();
    for _ in 0..ships {
        let harbors = harbors.clone();
        group.spawn(async move { harbors.level("oslo").await });
        sleep(Duration::from_millis(50)).await; // the next ship
    }
    group
}
// ANCHOR_END: watch

/// Looks after ships that come every 50 ms, and joins what has ended.
///
/// # Cancel safety
///
/// Dropping it aborts the tasks under way.
pub async fn watch_and_join(harbors: &Harbors, ships: usize) -> JoinSet<Answer> {
    let mut group = JoinSet::new();
    for _ in 0..ships {
        let harbors = harbors.clone();
        group.spawn(async move { harbors.level("oslo").await });
        sleep(Duration::from_millis(50)).await;
        // ANCHOR: join
        while group.try_join_next().is_some() {}
        // ANCHOR_END: join
    }
    group
}
