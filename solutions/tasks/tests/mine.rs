//! Tests for `reports` that let no wrong answer through.

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
    assert_eq!(delivered, expected);
    assert_eq!(took, slowest);
}

/// Two reports panic; the one named first ends last.
#[tokio::test(start_paused = true)]
async fn crashes_are_named_and_lose_nothing() {
    let outbox = Outbox::new().crashes("stock", 40).takes("sales", 50).crashes("staff", 20);

    let crashed = nightly(&outbox, &reports(["stock", "sales", "staff"])).await;

    let (delivered, expected) = (outbox.delivered(), ["stock", "staff"]);
    assert_eq!(crashed, expected);
    assert_eq!(delivered, ["sales"]);
}

/// This one is yours from its first line.
#[tokio::test(start_paused = true)]
async fn a_report_asked_for_twice_is_sent_twice() {
    let outbox = Outbox::new().crashes("stock", 20);

    let crashed = nightly(&outbox, &reports(["stock", "sales", "stock"])).await;

    assert_eq!((outbox.begun(), crashed.len()), (3, 2));
}

fn reports<const N: usize>(reports: [&str; N]) -> Vec<String> {
    reports.map(str::to_owned).to_vec()
}
