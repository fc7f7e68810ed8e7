//! Tests for `import` that let nearly no wrong answer through.

use cancellation::import::{End, Report, import};
use kit::ms;
use tokio::{join, time::sleep};
use tokio_util::sync::CancellationToken;
use worlds::{Register, Row, RowError};

/// The stop comes in the middle of the second of three rows.
#[tokio::test(start_paused = true)]
async fn a_stop_tears_no_row() {
    let register = Register::new();
    let stop = CancellationToken::new();

    let rows = rows(["tea", "silk", "tin"]);
    let port_closes = async {
        sleep(ms(15)).await;
        stop.cancel();
    };
    let (report, ()) = join!(import(&rows, &register, &stop), port_closes);

    let expected = Report { imported: 2, left: 1, end: End::Stopped };
    let (torn, begun, finishes) = (register.torn(), register.begun(), register.finishes());
    assert_eq!((report, torn, begun, finishes), (expected, 0, 2, 1));
}

/// The second of three rows is refused.
#[tokio::test(start_paused = true)]
async fn a_refused_row_ends_the_import() {
    let register = Register::new().refuses("salt");
    let stop = CancellationToken::new();

    let report = import(&rows(["tea", "salt", "tin"]), &register, &stop).await;

    let expected = Report { imported: 1, left: 2, end: End::Refused(RowError::of("salt")) };
    assert_eq!((report, register.begun(), register.finishes()), (expected, 2, 1));
}

/// This one is yours from its first line.
#[tokio::test(start_paused = true)]
async fn a_canceled_token_imports_nothing() {
    // Once is not enough: a `select!` that is not biased asks the token first half of the time.
    for _ in 0..100 {
        let register = Register::new();
        let stop = CancellationToken::new();
        stop.cancel();

        let report = import(&rows(["tea", "silk"]), &register, &stop).await;

        let expected = Report { imported: 0, left: 2, end: End::Stopped };
        assert_eq!((report, register.begun(), register.finishes()), (expected, 0, 1));
    }
}

fn rows<const N: usize>(goods: [&str; N]) -> Vec<Row> {
    goods.map(Row::of).to_vec()
}
