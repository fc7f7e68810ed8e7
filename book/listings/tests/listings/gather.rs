//! Runs the listings of the chapter on gather.

use kit::{ms, timed};
use listings::{gather, harbors::Harbors};
use tokio::time::{sleep, timeout};

use crate::record::Page;

const PAGE: Page = Page::of("gather");

#[kit::test]
async fn together() {
    let answer = timed(gather::together(&Harbors::new())).await;

    assert_eq!(answer, (Ok(15), ms(100)));
    PAGE.output("together");
    PAGE.lines("together_lines");
    PAGE.timeline("together");
}

#[kit::test]
async fn failure() {
    let ((), took) = timed(gather::failure(&Harbors::new())).await;

    assert_eq!(took, ms(120), "20 until the failure, and 100 of other work");
    PAGE.output("failure");
}

#[kit::test]
async fn one_by_one() {
    let harbors = Harbors::new();

    let answer = timed(gather::one_by_one(&harbors)).await;

    assert_eq!((answer, harbors.most_at_once()), ((Ok(30), ms(210)), 1));
    PAGE.timeline("one_by_one");
}

#[kit::test]
async fn sum() {
    let (sum, took) = timed(gather::sum(&Harbors::new())).await;

    assert_eq!(sum, Ok(30));
    PAGE.text("sum_took", &format!("{}\n", took.as_millis()));
}

#[kit::test]
async fn silent() {
    let names = ["bergen", "atlantis", "oslo", "vineta"];
    let (silent, took) = timed(gather::silent(&Harbors::new(), &names)).await;

    assert_eq!(silent, ["atlantis", "vineta"]);
    PAGE.timeline("silent");
    PAGE.text("silent_took", &format!("{}\n", took.as_millis()));
}

#[kit::test]
async fn all_or_nothing() {
    let (answer, took) = timed(gather::all_or_nothing(&Harbors::new())).await;

    assert_eq!(answer.map_err(|error| error.to_string()), Err("atlantis does not answer".into()));
    assert_eq!(took, ms(20));
    PAGE.timeline("all_or_nothing");
}

#[kit::test]
async fn dropped() {
    let call = timeout(ms(30), gather::sum(&Harbors::new())).await;
    sleep(ms(70)).await;

    assert!(call.is_err(), "it takes 100 ms");
    PAGE.timeline("dropped");
}

#[kit::test]
async fn orphans() {
    let harbors = Harbors::new();

    let call = timeout(ms(30), gather::orphans(&harbors)).await;
    sleep(ms(70)).await;
    kit::settle().await;

    assert!(call.is_err(), "it takes 100 ms");
    PAGE.timeline("orphans");
}

#[kit::test]
async fn boxed() {
    let levels = timed(gather::boxed(&Harbors::new())).await;

    assert_eq!(levels, (vec![Ok(12), Ok(3)], ms(100)));
}
