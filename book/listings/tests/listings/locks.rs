//! Runs the listings of the chapter on locks.

use kit::{ms, timed};
use listings::{harbors::Harbors, locks};

use crate::record::Page;

const PAGE: Page = Page::of("locks");

#[kit::test]
async fn sums() {
    let lost = timed(locks::lost(&Harbors::new())).await;
    let kept = timed(locks::kept(&Harbors::new())).await;
    let in_turn = timed(locks::in_turn(&Harbors::new())).await;

    assert_eq!(lost, (12, ms(100)), "bergen writes last, and knows of nobody else");
    assert_eq!(kept, (30, ms(100)));
    assert_eq!(in_turn, (30, ms(210)));
    let lines = [("lost", lost), ("kept", kept), ("in_turn", in_turn)]
        .map(|(name, (sum, took))| format!("{name:<8} {sum} after {took:?}\n"));
    PAGE.text("sums", &lines.concat());
}

#[kit::test]
async fn in_turn() {
    let harbors = Harbors::new();

    let sum = timed(locks::in_turn(&harbors)).await;

    assert_eq!((sum, harbors.most_at_once()), ((30, ms(210)), 1));
    PAGE.timeline("in_turn");
}

#[kit::test]
async fn opposite() {
    let (ships, took) = timed(tokio::time::timeout(ms(60_000), locks::opposite())).await;

    assert!(ships.is_err(), "each holds what the other one waits for");
    PAGE.text("opposite", &format!("given up after {took:?}\n"));
}
