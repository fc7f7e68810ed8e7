//! Tasks: somebody has to wait for them.

use tokio::task::{JoinError, JoinHandle};

use crate::{
    harbors::{Harbors, NoAnswer},
    say::say,
};

/// Spawns two tasks, drops one handle and awaits the other.
///
/// # Cancel safety
///
/// When it is dropped, the questions go on.
// ANCHOR: two_tasks
pub async fn two_tasks(harbors: &Harbors) {
    // bergen answers after 100 ms, oslo after 40
    let bergen = tokio::spawn(ask(harbors.clone(), "bergen"));
    let oslo = tokio::spawn(ask(harbors.clone(), "oslo"));
    drop(oslo);
    say("one handle is left");
    let level = bergen.await.expect("the task does not panic");
    say(format!("the handle gave {level}"));
}

async fn ask(harbors: Harbors, name: &str) -> u32 {
    say(format!("asking {name}"));
    let level = harbors.level(name).await.expect("it answers");
    say(format!("{name} has {level} dm"));
    level
}
// ANCHOR_END: two_tasks

/// Asks each harbor in a task of its own.
// ANCHOR: questions
pub type Answer = Result<u32, NoAnswer>;

fn questions(harbors: &Harbors, names: &[&str]) -> Vec<JoinHandle<Answer>> {
    let mut tasks = Vec::new();
    for name in names {
        let (harbors, name) = (harbors.clone(), (*name).to_owned());
        tasks.push(tokio::spawn(async move { harbors.level(&name).await }));
    }
    tasks
}
// ANCHOR_END: questions

/// Gives what became of each question, in the order of the names.
///
/// # Cancel safety
///
/// When the call is dropped, the questions under way go on.
// ANCHOR: survey
pub type Ended = Result<Answer, JoinError>;

pub async fn survey(harbors: &Harbors, names: &[&str]) -> Vec<Ended> {
    let mut ended = Vec::new();
    for task in questions(harbors, names) {
        ended.push(task.await);
    }
    ended
}
// ANCHOR_END: survey

/// Says what became of each question, of which one is aborted.
///
/// # Cancel safety
///
/// When it is dropped, the questions under way go on.
// ANCHOR: outcomes
pub async fn outcomes(harbors: &Harbors) {
    let names = ["oslo", "atlantis", "scylla", "bergen"];
    let tasks = questions(harbors, &names);
    tasks[3].abort();
    for task in tasks {
        match task.await {
            Ok(Ok(level)) => say(format!("an answer: {level} dm")),
            Ok(Err(error)) => say(format!("an error: {error}")),
            Err(error) if error.is_panic() => say("the task panicked"),
            Err(_) => say("the task was aborted"),
        }
    }
}
// ANCHOR_END: outcomes

/// Asks, and waits for nobody.
// ANCHOR: forget
pub fn forget(harbors: &Harbors, names: &[&str]) {
    drop(questions(harbors, names));
}
// ANCHOR_END: forget

/// Returns at the first error, and leaves the other tasks behind.
///
/// # Cancel safety
///
/// When it is dropped, the questions under way go on.
// ANCHOR: hasty
pub async fn hasty(harbors: &Harbors, names: &[&str]) -> Answer {
    let mut sum = 0;
    for task in questions(harbors, names) {
        sum += task.await.expect("no question panics")?;
    }
    Ok(sum)
}
// ANCHOR_END: hasty
