//! Runs the listings of the chapter on timeouts.

use kit::{ms, timed};
use listings::{
    harbors::Harbors,
    timeouts::{self, USUAL},
};
use tokio::time::{Instant, sleep};

use crate::record::Page;

const PAGE: Page = Page::of("timeouts");

#[kit::test]
async fn morning() {
    let ((), took) = timed(timeouts::morning(&Harbors::new())).await;

    PAGE.output("morning");
    PAGE.timeline("morning");
    PAGE.text("morning_took", &format!("{}\n", took.as_millis()));
}

#[kit::test]
async fn moor() {
    let ((), took) = timed(timeouts::moor(&Harbors::new())).await;
    sleep(ms(100)).await;

    assert_eq!(took, ms(50));
    PAGE.output("moor");
}

/// Each value of the slider is a run of its own, beginning at 0 ms.
#[test]
fn at_once() {
    let answers = [
        (20, [USUAL, USUAL, USUAL], 20),
        (40, [3, USUAL, USUAL], 40),
        (60, [3, USUAL, USUAL], 60),
        (80, [3, 15, USUAL], 80),
        (100, [3, 15, 12], 100),
        (120, [3, 15, 12], 100),
    ];
    for (limit, levels, took) in answers {
        kit::run(kit::Test { name: "timeouts::at_once", file: file!() }, move || async move {
            let answer = timed(timeouts::at_once(&Harbors::new(), ms(limit))).await;

            assert_eq!(answer, (levels.to_vec(), ms(took)));
            PAGE.timeline(&format!("limit/{limit}"));
        });
    }
}

#[kit::test]
async fn a_limit_each() {
    let (levels, took) = timed(timeouts::a_limit_each(&Harbors::new(), ms(80))).await;

    assert_eq!(levels, [3, 15, USUAL]);
    PAGE.timeline("a_limit_each");
    PAGE.text("a_limit_each_took", &format!("{}\n", took.as_millis()));
}

#[kit::test]
async fn one_deadline() {
    let deadline = Instant::now() + ms(80);

    let answer = timed(timeouts::one_deadline(&Harbors::new(), deadline)).await;

    assert_eq!(answer, (vec![3, USUAL], ms(80)));
    PAGE.timeline("one_deadline");
}

#[kit::test]
async fn in_a_task() {
    let answer = timed(timeouts::in_a_task(&Harbors::new(), ms(50))).await;
    sleep(ms(50)).await;
    kit::settle().await;

    assert_eq!(answer, (USUAL, ms(50)), "the answer does not tell them apart");
    PAGE.timeline("in_a_task");
}

#[kit::test]
async fn blocking() {
    let (answer, took) = timed(timeouts::blocking()).await;

    PAGE.text("blocking", &format!("{answer:?} after {took:?}\n"));
}

#[kit::test]
async fn no_time() {
    let (answer, took) = timed(timeouts::no_time()).await;

    PAGE.text("no_time", &format!("{answer:?} after {took:?}\n"));
}
