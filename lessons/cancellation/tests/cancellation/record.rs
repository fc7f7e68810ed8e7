//! The steps of `record`. Make them pass from the first to the last; never edit them.

use cancellation::record::{Office, RecordError};
use kit::{ms, timed};
use tokio::{
    join,
    time::{sleep, timeout},
};
use worlds::{Register, Row, RowError};

/// Two calls at once: 20 ms, two lines. A refused row is an error.
#[kit::test]
async fn step_1_each_call_gets_its_answer() {
    let register = Register::new().takes("tea", 15).takes("silk", 20).refuses("salt");
    let office = Office::new(register.clone());

    let both = async { join!(office.record(Row::of("silk")), office.record(Row::of("tea"))) };
    let (lines, took) = timed(both).await;
    let refused = office.record(Row::of("salt")).await;

    assert_eq!(
        (lines, took),
        ((Ok(2), Ok(1)), ms(20)),
        "rows of 20 and 15 ms were recorded at the same time: `silk` is line 2 and `tea`, the \
         faster one, line 1, after 20ms instead of {took:?}; does each call wait for its own row \
         only?"
    );
    assert_eq!(
        refused,
        Err(RecordError::Refused(RowError::of("salt"))),
        "the register refuses `salt`, and says so"
    );
}

/// Dropped after 5 of 20 ms: the caller is free at once, and the row is written.
#[kit::test]
async fn step_2_a_row_survives_its_caller() {
    let register = Register::new().takes("tea", 20);
    let office = Office::new(register.clone());

    let (call, took) = timed(timeout(ms(5), office.record(Row::of("tea")))).await;
    sleep(ms(100)).await;

    assert!(call.is_err(), "a row of 20 ms was recorded after {took:?}: was it awaited?");
    assert_eq!(took, ms(5), "the caller gave up after 5 ms and was free after {took:?} instead");
    let is_written = register.goods().contains(&"tea".to_owned());
    assert_eq!(
        (register.torn(), is_written),
        (0, true),
        "the caller gave up in the middle of a row: rows torn: {} instead of 0, `tea` is in the \
         register: {is_written} instead of true; who owns the write?",
        register.torn(),
    );
}

/// Dropped at any of its awaits: a row that has begun is written once, never twice.
#[kit::test]
async fn step_3_canceled_anywhere_it_is_written_once() {
    let world = || {
        let register = Register::new().takes("tea", 20);
        (Office::new(register.clone()), register)
    };

    let runs = kit::at_every_poll(
        world,
        async |(office, _)| office.record(Row::of("tea")).await,
        async |(_, register)| {
            sleep(ms(100)).await;
            let (begun, written) = (register.begun(), register.goods().len());
            assert!(
                begun <= 1 && written == begun,
                "one row was recorded and its caller was dropped: writing began {begun} times \
                 instead of once at most, and {written} rows are in the register; does something \
                 begin again when the call is dropped?"
            );
        },
    )
    .await;

    assert!(runs >= 3, "a row takes 20 ms, but `record` never waited for it");
}

/// The register panics over a row: an error for this caller, and nothing for the next one.
#[kit::test]
async fn step_4_a_crash_is_an_error() {
    let register = Register::new().crashes("rum");
    let office = Office::new(register.clone());

    let rum = office.record(Row::of("rum")).await;
    let tea = office.record(Row::of("tea")).await;

    assert_eq!(
        (rum, tea),
        (Err(RecordError::Crashed), Ok(1)),
        "the register panicked over `rum`: that is an error for its caller, and the next row is \
         line 1"
    );
}

/// Its caller is gone after 5 of 20 ms: `idle` waits the other 15, and no task is left then.
#[kit::test]
async fn step_5_leaves_nothing_behind() {
    let register = Register::new().takes("tea", 20);
    let office = Office::new(register.clone());

    let call = timeout(ms(5), office.record(Row::of("tea"))).await;
    let ((), took) = timed(office.idle()).await;
    let (under_way, goods) = (register.under_way(), register.goods());
    let ((), again) = timed(office.idle()).await;
    let next = office.record(Row::of("silk")).await;

    assert!(call.is_err(), "a row of 20 ms was recorded after 5 ms: was it awaited?");
    assert_eq!(
        (took, under_way, goods),
        (ms(15), 0, vec!["tea".to_owned()]),
        "a row had 15 ms to go: `idle` took {took:?} instead of 15ms, rows under way after it: \
         {under_way} instead of 0; does the office know of rows whose callers are gone?"
    );
    assert_eq!(again, ms(0), "nothing was under way: `idle` took {again:?} instead of 0ns");
    assert_eq!(next, Ok(2), "after `idle` the office goes on: the next row is line 2");
}

/// A caller in a task of its own is ended by another one: whenever that is, `idle` waits for a row
/// that has begun.
#[kit::explore(by = "cargo checker run cancellation/record")]
async fn step_6_no_row_is_forgotten_in_any_order() {
    let register = Register::new().takes("tea", 20);
    let office = std::sync::Arc::new(Office::new(register.clone()));

    let call = tokio::spawn({
        let office = std::sync::Arc::clone(&office);
        async move { office.record(Row::of("tea")).await }
    });
    let caller = call.abort_handle();
    let end = tokio::spawn(async move { caller.abort() });
    let answer = call.await;
    end.await.expect("to abort does not panic");
    office.idle().await;

    let (under_way, begun, written) =
        (register.under_way(), register.begun(), register.goods().len());
    assert_eq!(
        (under_way, written),
        (0, begun),
        "in this order of the tasks the caller {}, and when `idle` was over, rows under way were \
         {under_way} instead of 0, rows written {written} of {begun} begun: from when on does the \
         office know of a row?",
        if answer.is_ok() { "had its answer" } else { "was ended early" },
    );
}
