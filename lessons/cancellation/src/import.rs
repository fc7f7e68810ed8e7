//! # Cooperative stop: a manifest of thousands of rows
//!
//! A ship's manifest goes into the register of the port, row by row. When the port closes for the
//! night, the import is to stop: soon, but not in the middle of a row, and not without finishing
//! the register. Dropping its future would do both, so it is asked instead, with a token.
//!
//! - Read: `lessons/cancellation/README.md`
//! - Check: `cargo test -p cancellation import` or `cargo checker run cancellation/import`
//! - Hint: `cargo checker hint cancellation/import`
//! - Toolbox: `CancellationToken::is_cancelled`, `CancellationToken::cancelled`,
//!   `CancellationToken::run_until_cancelled`, `tokio::select!`; two of them drop what you wait for
//! - Needs: `match`, `Result`

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
/// When `stop` is canceled, the row under way is still written, and no other one begins; if it was
/// canceled before the call, no row is written. A refused row ends the import as well. However it
/// ends, the register is finished once, as the last thing.
///
/// # Cancel safety
///
/// None: dropped, it gives up the row under way, does not finish the register, and nothing of it
/// goes on. Cancel `stop` instead.
pub async fn import(rows: &[Row], register: &Register, stop: &CancellationToken) -> Report {
    let _ = (register, stop);
    todo!("write {rows:?} one at a time until `stop` is canceled, then finish the register")
}
