//! Runs the listings of the chapter on timeouts.

use kit::{ms, timed};
use listings::{harbors::Harbors, timeouts};
use tokio::time::{Instant, sleep};

use crate::record::Page;

const PAGE: Page = Page::of("timeouts");

#[kit::test]
async fn given_up() {
    let harbors = Harbors::new();

    let answer = timed(timeouts::level_or_usual(&harbors, "bergen", ms(50))).await;
    sleep(ms(50)).await;

    assert_eq!(answer, (timeouts::USUAL, ms(50)));
    PAGE.timeline("given_up");
}

#[kit::test]
async fn a_limit_each() {
    let harbors = Harbors::new();

    let names = ["oslo", "tromso", "bergen"];
    let answer = timed(timeouts::a_limit_each(&harbors, &names, ms(80))).await;

    assert_eq!(answer, (vec![3, 15, timeouts::USUAL], ms(190)));
    PAGE.timeline("a_limit_each");
}

#[kit::test]
async fn one_deadline() {
    let harbors = Harbors::new();

    let names = ["oslo", "tromso", "bergen"];
    let deadline = Instant::now() + ms(80);
    let answer = timed(timeouts::one_deadline(&harbors, &names, deadline)).await;

    assert_eq!(answer, (vec![3, timeouts::USUAL], ms(80)));
    PAGE.timeline("one_deadline");
}

#[kit::test]
async fn in_a_task() {
    let harbors = Harbors::new();

    let answer = timed(timeouts::in_a_task(&harbors, "bergen", ms(50))).await;
    sleep(ms(50)).await;
    kit::settle().await;

    assert_eq!(answer, (timeouts::USUAL, ms(50)), "the answer does not tell them apart");
    PAGE.timeline("in_a_task");
}
