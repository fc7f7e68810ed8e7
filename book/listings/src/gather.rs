//! Gather: start everything, then wait for all of it.

use futures::future::join_all;

use crate::harbors::{Harbors, NoAnswer};

/// Asks three harbors, the next one when the one before has answered.
///
/// # Cancel safety
///
/// Dropping it drops the question under way.
// ANCHOR: one_by_one
pub async fn one_by_one(harbors: &Harbors) -> Result<u32, NoAnswer> {
    let bergen = harbors.level("bergen").await?;
    let oslo = harbors.level("oslo").await?;
    let tromso = harbors.level("tromso").await?;
    Ok(bergen + oslo + tromso)
}
// ANCHOR_END: one_by_one

/// Asks three harbors at the same time.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way.
// ANCHOR: together
pub async fn together(harbors: &Harbors) -> Result<u32, NoAnswer> {
    let bergen = harbors.level("bergen");
    let oslo = harbors.level("oslo");
    let tromso = harbors.level("tromso");
    let (bergen, oslo, tromso) = tokio::try_join!(bergen, oslo, tromso)?;
    Ok(bergen + oslo + tromso)
}
// ANCHOR_END: together

/// Asks any number of harbors at the same time, and tells which of them do not answer.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way.
// ANCHOR: silent
pub async fn silent(harbors: &Harbors, names: &[&str]) -> Vec<String> {
    let questions = names.iter().map(|name| harbors.level(name));
    let answers = join_all(questions).await;
    answers.into_iter().filter_map(Result::err).map(|error| error.harbor).collect()
}
// ANCHOR_END: silent

/// Fails as soon as one harbor does not answer.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way.
// ANCHOR: all_or_nothing
pub async fn all_or_nothing(harbors: &Harbors) -> Result<u32, NoAnswer> {
    let bergen = harbors.level("bergen");
    let atlantis = harbors.level("atlantis");
    let tromso = harbors.level("tromso");
    let (bergen, atlantis, tromso) = tokio::try_join!(bergen, atlantis, tromso)?;
    Ok(bergen + atlantis + tromso)
}
// ANCHOR_END: all_or_nothing

/// Asks harbors from tasks that nobody owns.
///
/// # Cancel safety
///
/// Dropping it lets every question go on: that is what is wrong with it.
// ANCHOR: orphans
pub async fn orphans(harbors: &Harbors) -> Vec<Result<u32, NoAnswer>> {
    let tasks = ["bergen", "oslo", "tromso"].map(|name| {
        let harbors = harbors.clone();
        tokio::spawn(async move { harbors.level(name).await })
    });
    let answers = join_all(tasks).await;
    answers.into_iter().map(|answer| answer.expect("no question panics")).collect()
}
// ANCHOR_END: orphans
