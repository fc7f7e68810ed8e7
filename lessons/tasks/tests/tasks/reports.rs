//! The steps of `reports`. Make them pass from the first to the last; never edit them.

use std::panic::{AssertUnwindSafe, resume_unwind};

use futures::FutureExt;
use kit::{ms, timed};
use tasks::reports::nightly;
use tokio::time::sleep;
use worlds::Outbox;

/// Four reports, one of them twice: in the morning, 4 were sent, all at once.
#[kit::test]
async fn step_1_every_report_is_sent_once() {
    let outbox = Outbox::new();

    let crashed = nightly(&outbox, &reports(["sales", "stock", "sales", "staff"])).await;
    // Until the morning, in which every report is there that comes at all.
    sleep(ms(1_000)).await;

    let mut delivered = outbox.delivered();
    delivered.sort();
    assert_eq!(
        delivered,
        ["sales", "sales", "staff", "stock"],
        "4 reports were asked for and {} were delivered instead of 4: each one is sent once for \
         each time it is asked for",
        delivered.len(),
    );
    assert_eq!(crashed, reports([]), "{} reports were called crashed, and 0 did", crashed.len());
}

/// The first one takes 300 ms: in the instant in which the call returns, 3 of 3 are there.
#[kit::test]
async fn step_2_all_are_delivered_when_it_returns() {
    let outbox = Outbox::new().takes("sales", 300).takes("stock", 20).takes("staff", 50);

    nightly(&outbox, &reports(["sales", "stock", "staff"])).await;

    let (delivered, under_way) = (outbox.delivered().len(), outbox.under_way());
    assert_eq!(
        (delivered, under_way),
        (3, 0),
        "the call returned with {delivered} of 3 reports delivered, {under_way} under way and the \
         others not begun; when the program ends here, they never come: who waits for each of them?"
    );
}

/// Reports of 50, 20 and 30 ms: it takes 50 ms, not 100, and no time to spare.
#[kit::test]
async fn step_3_it_takes_as_long_as_the_slowest() {
    let outbox = Outbox::new().takes("sales", 50).takes("stock", 20).takes("staff", 30);

    let (_, took) = timed(nightly(&outbox, &reports(["sales", "stock", "staff"]))).await;
    let most = outbox.most_at_once();
    // What may still be under way is the business of the step before.
    sleep(ms(100)).await;

    assert_eq!(
        took,
        ms(50),
        "reports of 50, 20 and 30 ms took {took:?} instead of 50ms, {most} at once instead of 3: \
         longer means that one waits for another, or that you wait for the clock"
    );
}

/// The report `stock` panics after 10 ms: 2 of 2 others arrive nevertheless.
#[kit::test]
async fn step_4_a_crash_loses_no_other_report() {
    let outbox = Outbox::new().takes("sales", 20).crashes("stock", 10).takes("staff", 50);

    let asked = reports(["sales", "stock", "staff"]);
    without_a_panic(nightly(&outbox, &asked)).await;

    let delivered = outbox.delivered();
    assert_eq!(
        delivered,
        ["sales", "staff"],
        "1 of 3 reports panicked, and when the call returned {} were delivered instead of 2: \
         what became of the others at the first `JoinError`?",
        delivered.len(),
    );
}

/// Three crashes, two of them of one report: 3 names, in the order of the reports.
#[kit::test]
async fn step_5_every_crash_is_named() {
    let outbox = Outbox::new().crashes("sales", 40).crashes("staff", 10).takes("stock", 50);

    let asked = reports(["sales", "staff", "sales", "stock"]);
    let crashed = without_a_panic(nightly(&outbox, &asked)).await;
    sleep(ms(100)).await;

    assert_eq!(
        crashed,
        reports(["sales", "staff", "sales"]),
        "3 of 4 reports panicked, and {} are named instead of 3, or their order is not that of \
         the reports: what does each handle give, and whose handle is it?",
        crashed.len(),
    );
}

/// The panic of a report is printed nowhere; here it fails with a sentence.
async fn without_a_panic<T>(call: impl Future<Output = T>) -> T {
    AssertUnwindSafe(call).catch_unwind().await.unwrap_or_else(|payload| {
        let message = payload.downcast_ref::<String>();
        assert!(
            message.is_none_or(|message| !message.contains("no address")),
            "a report panicked, and the call panicked with it: 1 panic came through instead of 0; \
             who passes the panic of a task on?"
        );
        resume_unwind(payload)
    })
}

fn reports<const N: usize>(reports: [&str; N]) -> Vec<String> {
    reports.map(str::to_owned).to_vec()
}
