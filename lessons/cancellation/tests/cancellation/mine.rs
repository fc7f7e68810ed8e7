//! Your own tests for `import`: replace each `todo!` with an assertion.
//!
//! `cargo test -p cancellation mine` runs them on your code. `cargo checker run cancellation/mine`
//! runs them on the reference too, which must pass, and on a row of wrong answers: most must be
//! caught, and what slips through is listed. Aim at none. One of them draws lots.

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
    todo!(
        "assert that {report:?} is {expected:?}, that {torn} torn rows are 0, that {begun} rows \
         begun are 2, and that {finishes} finishes are 1"
    )
}

/// The second of three rows is refused.
#[tokio::test(start_paused = true)]
async fn a_refused_row_ends_the_import() {
    let register = Register::new().refuses("salt");
    let stop = CancellationToken::new();

    let report = import(&rows(["tea", "salt", "tin"]), &register, &stop).await;

    let expected = Report { imported: 1, left: 2, end: End::Refused(RowError::of("salt")) };
    let (begun, finishes) = (register.begun(), register.finishes());
    todo!(
        "assert that {report:?} is {expected:?}, that {begun} rows begun are 2, and that \
         {finishes} finishes are 1"
    )
}

/// This one is yours from its first line.
#[tokio::test(start_paused = true)]
async fn a_canceled_token_imports_nothing() {
    todo!(
        "cancel a token before the call, import two rows with it, again and again in a loop, and \
         assert each time that no row began and that the register was finished once"
    )
}

fn rows<const N: usize>(goods: [&str; N]) -> Vec<Row> {
    goods.map(Row::of).to_vec()
}
