//! Runs the listings of the chapter on cancellation.

use kit::{ms, timed};
use listings::{cancellation, harbors::Harbors, schedules::Tree};
use tokio::{join, time::sleep};
use tokio_util::sync::CancellationToken;

use crate::record::Page;

const PAGE: Page = Page::of("cancellation");

#[kit::test]
async fn race() {
    let ((), took) = timed(cancellation::race(&Harbors::new())).await;

    assert_eq!(took, ms(40));
    PAGE.output("race");
    PAGE.lines("race_lines");
    PAGE.timeline("race");
}

#[kit::test]
async fn hurried() {
    let ((), took) = timed(cancellation::hurried(&Harbors::new())).await;

    assert_eq!(took, ms(60));
    PAGE.lines("hurried_lines");
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
async fn counted() {
    let (sum, took) = timed(cancellation::counted(&Harbors::new())).await;

    assert_eq!((sum, took), (Some(29), ms(240)), "two questions are asked twice");
    PAGE.timeline("counted");
    PAGE.text("counted_took", &format!("{}\n", took.as_millis()));
}

#[kit::test]
async fn tour() {
    let harbors = Harbors::new();
    let stop = CancellationToken::new();

    let tour = timed(cancellation::tour(&harbors, &stop));
    let ((levels, took), ()) = join!(tour, async {
        sleep(ms(50)).await;
        stop.cancel();
        harbors.journal().mark("the token is canceled");
    });

    assert_eq!(levels, [3, 15], "what was under way has answered");
    assert_eq!(took, ms(120));
    PAGE.timeline("tour");
}

#[kit::test]
async fn shielded() {
    let harbors = Harbors::new();

    let call = tokio::time::timeout(ms(30), cancellation::shielded(&harbors)).await;
    sleep(ms(70)).await;
    kit::settle().await;

    assert!(call.is_err(), "it takes 100 ms");
    PAGE.timeline("shielded");
}

#[test]
fn futurelock() {
    let kept = Tree::of(cancellation::futurelock);
    let dropped = Tree::of(cancellation::turn_dropped);

    assert_eq!((kept.found, dropped.found), (1, 0));
    PAGE.tree("futurelock", &kept);
    PAGE.text(
        "futurelock_counted",
        &format!(
            "the turn is kept:    {} of {} schedules never end\n\
             the turn is dropped: {} of {} schedules never end\n",
            kept.found, kept.schedules, dropped.found, dropped.schedules
        ),
    );
}
