//! `import`, solved: a question between two rows, and one way out.

use tokio_util::sync::CancellationToken;
use worlds::{Register, Row, RowError};

/// How an import ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// No row is left.
    Complete,
    /// Rows are left, because of the stop.
    Stopped,
    /// Rows are left, because the register refused one of them.
    Refused(RowError),
}

/// What became of the rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// How many rows are in the register.
    pub imported: usize,
    /// How many are not; a refused row is one of them.
    pub left: usize,
    /// Why it is over.
    pub end: End,
}

/// Writes the rows into the register, in their order and one at a time, and finishes it.
///
/// # Cancel safety
///
/// None: dropped, it gives up the row under way, does not finish the register, and nothing of it
/// goes on. Cancel `stop` instead.
pub async fn import(rows: &[Row], register: &Register, stop: &CancellationToken) -> Report {
    let mut imported = 0;
    let mut end = End::Complete;
    for row in rows {
        // Between two rows there is nothing to wait for, so the question is an `if`. A `select!`
        // around the write would drop it half-way.
        if stop.is_cancelled() {
            end = End::Stopped;
            break;
        }
        match register.write(row).await {
            Ok(_) => imported += 1,
            Err(error) => {
                end = End::Refused(error);
                break;
            }
        }
    }
    // `break` and not `return`: all ways out of the loop lead through here.
    register.finish().await;
    Report { imported, left: rows.len() - imported, end }
}
