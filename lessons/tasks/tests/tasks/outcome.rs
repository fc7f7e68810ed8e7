//! The steps of `outcome`. Make them pass from the first to the last; never edit them.
//!
//! The panics here are started by `resume_unwind`, which prints nothing. A text without
//! placeholders travels as `&'static str`, a formatted one as `String`, as from `panic!`.

use std::panic::resume_unwind;

use kit::{ms, timed};
use tasks::outcome::{Outcome, outcome};
use tokio::{spawn, time::sleep};

/// Job 1 gives 12 pages after 50 ms, job 2 fails after 20 ms, job 3 has ended long before.
#[kit::test]
async fn step_1_a_result_is_done_or_failed() {
    let printed = spawn(async {
        sleep(ms(50)).await;
        Ok(12)
    });
    let (done, took) = timed(outcome(printed)).await;
    assert_eq!(done, Outcome::Done(12), "a job that gave `Ok(12)` is `Done(12)`");
    assert_eq!(took, ms(50), "a job of 50 ms was told of after {took:?} instead of 50ms");

    let refused = spawn(async {
        sleep(ms(20)).await;
        Err("no paper".to_owned())
    });
    assert_eq!(
        outcome(refused).await,
        Outcome::Failed("no paper".to_owned()),
        "a job that gave 1 `Err` has failed; it did not crash: which layer is this `Result`?"
    );

    let early = spawn(async { Ok(3) });
    sleep(ms(10)).await;
    assert_eq!(
        outcome(early).await,
        Outcome::Done(3),
        "a job that ended 10 ms ago still gives its 3 pages"
    );
}

/// Two jobs panic, one with a fixed text, one with a formatted text: 2 messages, word by word.
#[kit::test]
async fn step_2_a_crash_is_told_in_its_own_words() {
    let fixed = spawn(async {
        sleep(ms(20)).await;
        resume_unwind(Box::new("paper jam"))
    });
    assert_eq!(
        outcome(fixed).await,
        Outcome::Crashed("paper jam".to_owned()),
        "the message of a fixed text is a `&'static str` in the panic, and these are its 9 bytes"
    );

    let formatted = spawn(async {
        sleep(ms(20)).await;
        resume_unwind(Box::new(format!("tray \"{}\" is missing", 4)))
    });
    assert_eq!(
        outcome(formatted).await,
        Outcome::Crashed("tray \"4\" is missing".to_owned()),
        "the message of a formatted text is a `String` in the panic, and these are its 19 bytes"
    );
}

/// A panic may carry a number instead of a text: it is a crash with a message of 0 bytes.
#[kit::test]
async fn step_3_a_crash_without_a_text_is_a_crash() {
    let job = spawn(async {
        sleep(ms(20)).await;
        resume_unwind(Box::new(507_u16))
    });

    let crashed = outcome(job).await;

    assert_eq!(
        crashed,
        Outcome::Crashed(String::new()),
        "1 job panicked, and its panic carries no text: what is told must be a crash, with 0 bytes \
         of message"
    );
}

/// Aborted before its first poll and at its `.await`: canceled. Aborted after its end: done.
#[kit::test]
async fn step_4_an_aborted_job_is_canceled() {
    let job = async || {
        sleep(ms(50)).await;
        Ok(12)
    };

    let early = spawn(job());
    early.abort();
    let early = outcome(early).await;
    let midway = spawn(job());
    sleep(ms(20)).await;
    midway.abort();
    let (midway, took) = timed(outcome(midway)).await;
    let late = spawn(job());
    sleep(ms(60)).await;
    late.abort();
    let late = outcome(late).await;

    assert_eq!(
        (early, midway),
        (Outcome::Canceled, Outcome::Canceled),
        "2 jobs were aborted before their end, 1 of them before it began; an abort is neither a \
         crash nor a failure: what else can a `JoinError` be?"
    );
    assert_eq!(took, ms(0), "an aborted job was told of after {took:?} instead of 0ns");
    assert_eq!(
        late,
        Outcome::Done(12),
        "a job of 50 ms was aborted after 60 ms, when its 12 pages were printed"
    );
}
