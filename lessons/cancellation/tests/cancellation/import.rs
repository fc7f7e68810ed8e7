//! The steps of `import`. Make them pass from the first to the last; never edit them.

use cancellation::import::{End, Report, import};
use kit::{ms, timed};
use tokio::{
    join,
    time::{sleep, timeout},
};
use tokio_util::sync::CancellationToken;
use worlds::{Register, Row, RowError};

/// Three rows of 10 ms, one after the other, and 5 ms to finish: 35 ms.
#[kit::test]
async fn step_1_every_row_arrives_in_its_order() {
    let register = Register::new();
    let stop = CancellationToken::new();

    let (report, took) = timed(import(&rows(["tea", "silk", "tin"]), &register, &stop)).await;

    assert_eq!(
        (report, register.goods()),
        (
            Report { imported: 3, left: 0, end: End::Complete },
            ["tea", "silk", "tin"].map(str::to_owned).to_vec()
        ),
        "nobody stops the import: all 3 rows are in the register, in their order"
    );
    assert_eq!(
        (took, register.finishes()),
        (ms(35), 1),
        "3 rows of 10 ms, one at a time, and 5 ms to finish took {took:?} instead of 35ms; the \
         register was finished {} times instead of once",
        register.finishes(),
    );
}

/// Canceled before the call: no row begins. It is tried 100 times: `select!` draws lots.
#[kit::test]
async fn step_2_a_canceled_token_imports_nothing() {
    kit::repeat(100, async || {
        let register = Register::new();
        let stop = CancellationToken::new();
        stop.cancel();

        let report = import(&rows(["tea"]), &register, &stop).await;

        assert_eq!(
            (report, register.begun()),
            (Report { imported: 0, left: 1, end: End::Stopped }, 0),
            "the stop came before the call, and {} of 1 row began instead of 0: is the token \
             looked at before each row, and is it looked at first?",
            register.begun(),
        );
    })
    .await;
}

/// Canceled in the middle of the second row: this row is written, and the third does not begin. It
/// is tried 20 times.
#[kit::test]
async fn step_3_it_stops_between_two_rows() {
    kit::repeat(20, async || {
        let register = Register::new();
        let stop = CancellationToken::new();
        let rows = rows(["tea", "silk", "tin", "rice", "wool"]);

        let report = stopped_after(15, &rows, &register, &stop).await;

        let (torn, begun) = (register.torn(), register.begun());
        assert_eq!(
            torn, 0,
            "the stop came 5 ms into the second row, and {torn} row was torn instead of 0: what \
             was dropped?"
        );
        assert_eq!(
            begun, 2,
            "the stop came 5 ms into the second row, and {begun} rows began instead of 2: is the \
             token looked at before each row?"
        );
        assert_eq!(
            report,
            Report { imported: 2, left: 3, end: End::Stopped },
            "2 of 5 rows are in the register when the import stops"
        );

        let register = Register::new();
        let stop = CancellationToken::new();
        let report = stopped_after(45, &rows, &register, &stop).await;
        assert_eq!(
            report,
            Report { imported: 5, left: 0, end: End::Complete },
            "the stop came in the last of 5 rows, and none was left by it: the import is complete"
        );
    })
    .await;
}

/// Stopped early, stopped late or refused: the register is finished once, as the last thing. It is
/// tried 20 times.
#[kit::test]
async fn step_4_it_finishes_however_it_ends() {
    kit::repeat(20, async || {
        let stop_at = async |millis: u64| {
            let (register, stop) = (Register::new(), CancellationToken::new());
            let rows = rows(["tea", "silk", "tin"]);
            let (_, took) = timed(stopped_after(millis, &rows, &register, &stop)).await;
            (register.finishes(), took)
        };
        let register = Register::new().refuses("salt");
        let stop = CancellationToken::new();

        let (early, _) = stop_at(0).await;
        let (late, took) = stop_at(5).await;
        let report = import(&rows(["tea", "salt", "tin"]), &register, &stop).await;

        assert_eq!(
            (early, late, took),
            (1, 1, ms(15)),
            "stopped before its first row, the import finished the register {early} times instead \
             of once; stopped 5 ms into a row of 10, {late} times instead of once, and the call \
             took {took:?} instead of 15ms: which way out of the function passes `finish` by?"
        );
        assert_eq!(
            (report, register.begun()),
            (Report { imported: 1, left: 2, end: End::Refused(RowError::of("salt")) }, 2),
            "the second of three rows is refused: 1 row is in the register, and {} began instead \
             of 2",
            register.begun(),
        );
        assert_eq!(
            register.finishes(),
            1,
            "the third import, of tea, salt and tin: after its refused row its register was \
             finished {} times instead of once: which way out of the function passes it by?",
            register.finishes(),
        );
    })
    .await;
}

/// Dropped in the middle of the second row: nothing of it goes on, no row and no task.
#[kit::test]
async fn step_5_leaves_nothing_behind() {
    let register = Register::new();
    let stop = CancellationToken::new();

    let call = timeout(ms(15), import(&rows(["tea", "silk", "tin"]), &register, &stop)).await;
    kit::settle().await;
    let under_way = register.under_way();
    sleep(ms(100)).await;

    assert!(
        call.is_err(),
        "3 rows of 10 ms were over after 15 ms: are they written one at a time?"
    );
    assert_eq!(
        (under_way, register.begun()),
        (0, 2),
        "the call was dropped in its second row: writes that went on: {under_way} instead of 0, \
         rows begun: {} instead of 2; who owns the import?",
        register.begun(),
    );
}

/// The report of an import during which `stop` is canceled after `millis` milliseconds.
async fn stopped_after(
    millis: u64,
    rows: &[Row],
    register: &Register,
    stop: &CancellationToken,
) -> Report {
    let port_closes = async {
        if millis > 0 {
            sleep(ms(millis)).await;
        }
        stop.cancel();
    };
    let ((), report) = join!(biased; port_closes, import(rows, register, stop));
    report
}

fn rows<const N: usize>(goods: [&str; N]) -> Vec<Row> {
    goods.map(Row::of).to_vec()
}
