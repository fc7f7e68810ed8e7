//! Your own tests for `reports`: replace each `todo!` with an assertion.
//!
//! `cargo test -p tasks mine` runs them on your code. `cargo checker run tasks/mine` runs them on
//! the reference too, which must pass, and on a row of wrong answers: most must be caught, and what
//! slips through is listed. Aim at none. An assertion belongs into the test itself: in a spawned
//! task it fails where nobody looks.

use kit::{ms, timed};
use tasks::reports::nightly;
use worlds::Outbox;

/// Reports of 20, 30 and 300 ms; the slowest one is not the last one.
#[tokio::test(start_paused = true)]
async fn all_are_delivered_when_it_returns() {
    let outbox = Outbox::new().takes("sales", 20).takes("stock", 300).takes("staff", 30);

    let (_, took) = timed(nightly(&outbox, &reports(["sales", "stock", "staff"]))).await;

    let delivered = outbox.delivered();
    let (expected, slowest) = (["sales", "staff", "stock"], ms(300));
    todo!("assert that {delivered:?} are {expected:?}, and that {took:?} is {slowest:?}")
}

/// Two reports panic; the one named first ends last.
#[tokio::test(start_paused = true)]
async fn crashes_are_named_and_lose_nothing() {
    let outbox = Outbox::new().crashes("stock", 40).takes("sales", 50).crashes("staff", 20);

    let crashed = nightly(&outbox, &reports(["stock", "sales", "staff"])).await;

    let (delivered, expected) = (outbox.delivered(), ["stock", "staff"]);
    todo!("assert that {crashed:?} are {expected:?}, and that {delivered:?} is `sales` alone")
}

/// This one is yours from its first line.
#[tokio::test(start_paused = true)]
async fn a_report_asked_for_twice_is_sent_twice() {
    todo!(
        "ask for one report twice in a list of three, one that panics, and assert how many were \
         begun, by `outbox.begun()`, and how often it is named"
    )
}

fn reports<const N: usize>(reports: [&str; N]) -> Vec<String> {
    reports.map(str::to_owned).to_vec()
}
