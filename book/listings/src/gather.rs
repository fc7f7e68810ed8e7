//! Gather: start everything, then wait for all of it.

use std::time::Duration;

use futures::{FutureExt, future::join_all};
use tokio::time::sleep;

use crate::{
    harbors::{Harbors, NoAnswer},
    say::say,
};

/// Asks two harbors at the same time, and says what happens.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way.
// ANCHOR: together
pub async fn together(harbors: &Harbors) -> Result<u32, NoAnswer> {
    let bergen = ask(harbors, "bergen"); // answers after 100 ms
    let oslo = ask(harbors, "oslo"); // answers after 40 ms
    say("two calls are made");
    let (bergen, oslo) = tokio::try_join!(bergen, oslo)?;
    say("both have answered");
    Ok(bergen + oslo)
}

async fn ask(harbors: &Harbors, name: &str) -> Result<u32, NoAnswer> {
    say(format!("asking {name}"));
    let level = harbors.level(name).await?;
    say(format!("{name} has {level} dm"));
    Ok(level)
}
// ANCHOR_END: together

/// Asks a harbor that there is not, and then does other work.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way.
// ANCHOR: failure
pub async fn failure(harbors: &Harbors) {
    let bergen = ask(harbors, "bergen");
    let atlantis = ask(harbors, "atlantis");
    let both = async { tokio::try_join!(bergen, atlantis) };
    if let Err(error) = both.await {
        say(error.to_string());
    }
    sleep(Duration::from_millis(100)).await; // other work
    say("the end");
}
// ANCHOR_END: failure

/// Asks three harbors, the next one when the one before has answered.
///
/// # Cancel safety
///
/// Dropping it drops the question under way.
// ANCHOR: one_by_one
pub async fn one_by_one(harbors: &Harbors) -> Result<u32, NoAnswer> {
    let mut sum = 0;
    for name in ["bergen", "oslo", "tromso"] {
        sum += harbors.level(name).await?;
    }
    Ok(sum)
}
// ANCHOR_END: one_by_one

/// Asks three harbors at the same time.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way.
// ANCHOR: sum
pub async fn sum(harbors: &Harbors) -> Result<u32, NoAnswer> {
    let bergen = harbors.level("bergen");
    let oslo = harbors.level("oslo");
    let tromso = harbors.level("tromso");
    let (bergen, oslo, tromso) = tokio::try_join!(bergen, oslo, tromso)?;
    Ok(bergen + oslo + tromso)
}
// ANCHOR_END: sum

/// Asks any number of harbors at the same time, and tells which of them do not answer.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way.
// ANCHOR: silent
pub async fn silent(harbors: &Harbors, names: &[&str]) -> Vec<String> {
    let questions = names.iter().map(|name| harbors.level(name));
    let answers = join_all(questions).await;
    let errors = answers.into_iter().filter_map(Result::err);
    errors.map(|error| error.harbor).collect()
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
    let (b, a, t) = tokio::try_join!(bergen, atlantis, tromso)?;
    Ok(b + a + t)
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
    let answers = join_all(tasks).await.into_iter();
    answers.map(|answer| answer.expect("no question panics")).collect()
}
// ANCHOR_END: orphans

/// Asks in two ways, whose futures are of two types.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way.
// ANCHOR: boxed
pub async fn boxed(harbors: &Harbors) -> Vec<Result<u32, NoAnswer>> {
    let bergen = ask(harbors, "bergen").boxed();
    let oslo = harbors.level("oslo").boxed();
    join_all(vec![bergen, oslo]).await
}
// ANCHOR_END: boxed
