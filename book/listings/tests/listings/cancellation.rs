//! Runs the listings of the chapter on cancellation.

use kit::{ms, timed};
use listings::{cancellation, harbors::Harbors};

use crate::record::Page;

const PAGE: Page = Page::of("cancellation");

#[kit::test]
async fn first() {
    let harbors = Harbors::new();

    let level = timed(cancellation::first(&harbors)).await;

    assert_eq!(level, (Some(3), ms(40)));
    PAGE.timeline("first");
}

#[kit::test]
async fn again() {
    let harbors = Harbors::new();

    let sum = timed(cancellation::again(&harbors)).await;

    assert_eq!(sum, (None, ms(300)), "a round takes 150 ms, and none gets more than 100");
    PAGE.timeline("again");
}

#[kit::test]
async fn kept() {
    let harbors = Harbors::new();

    let sum = timed(cancellation::kept(&harbors)).await;

    assert_eq!(sum, (Some(29), ms(150)));
    PAGE.timeline("kept");
}

#[kit::test]
async fn shielded() {
    let harbors = Harbors::new();

    let call = tokio::time::timeout(ms(30), cancellation::shielded(&harbors)).await;
    tokio::time::sleep(ms(70)).await;
    kit::settle().await;

    assert!(call.is_err(), "it takes 100 ms");
    PAGE.timeline("shielded");
}
