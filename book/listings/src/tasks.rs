//! Tasks: somebody has to wait for them.

use tokio::task::{JoinError, JoinHandle};

use crate::harbors::{Harbors, NoAnswer};

/// Asks each harbor in a task of its own.
// ANCHOR: questions
fn questions(harbors: &Harbors, names: &[&str]) -> Vec<JoinHandle<Result<u32, NoAnswer>>> {
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
pub async fn survey(
    harbors: &Harbors,
    names: &[&str],
) -> Vec<Result<Result<u32, NoAnswer>, JoinError>> {
    let mut ended = Vec::new();
    for task in questions(harbors, names) {
        ended.push(task.await);
    }
    ended
}
// ANCHOR_END: survey

/// Asks, and waits for nobody.
// ANCHOR: forget
pub fn forget(harbors: &Harbors, names: &[&str]) {
    drop(questions(harbors, names));
}
// ANCHOR_END: forget
