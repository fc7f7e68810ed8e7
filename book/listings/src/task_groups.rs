//! Task groups: no child outlives its parent.

use std::panic::resume_unwind;

use tokio::task::JoinSet;

use crate::harbors::{Harbors, NoAnswer};

/// Asks each harbor in a task of one group.
// ANCHOR: group
fn questions(harbors: &Harbors, names: &[&str]) -> JoinSet<Result<u32, NoAnswer>> {
    let mut group = JoinSet::new();
    for name in names {
        let (harbors, name) = (harbors.clone(), (*name).to_owned());
        group.spawn(async move { harbors.level(&name).await });
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
/// Dropping it aborts the questions under way.
// ANCHOR: survey
pub async fn survey(harbors: &Harbors, names: &[&str]) -> Result<Vec<u32>, NoAnswer> {
    let mut group = questions(harbors, names);
    let mut levels = Vec::new();
    let mut failure = None;
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
/// Dropping it aborts the questions under way.
// ANCHOR: hasty
pub async fn hasty(harbors: &Harbors, names: &[&str]) -> Result<Vec<u32>, NoAnswer> {
    let mut group = questions(harbors, names);
    let mut levels = Vec::new();
    while let Some(ended) = group.join_next().await {
        levels.push(ended.expect("no question panics")?);
    }
    Ok(levels)
}
// ANCHOR_END: hasty
