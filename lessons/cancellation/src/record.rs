//! # Shield: a row that has begun is written
//!
//! The office of the port records one row for each ship that asks. A ship may lose its patience or
//! its connection, and then the call is dropped; the row must not be torn by it. Whoever closes the
//! office for the night has to know when nothing is under way any more.
//!
//! - Read: `lessons/cancellation/README.md`
//! - Check: `cargo test -p cancellation record` or `cargo checker run cancellation/record`
//! - Hint: `cargo checker hint cancellation/record`
//! - Toolbox: `tokio::spawn`, `tokio_util::task::TaskTracker`,
//!   `tokio_util::task::AbortOnDropHandle`; one of them is a trap here
//! - Needs: `Result`, moving into an `async` block, `match`

use worlds::{Register, Row, RowError};

/// Why a row was not recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordError {
    /// The register refused it.
    Refused(RowError),
    /// The register panicked over it.
    Crashed,
}

/// Records rows in a register. Its private fields may change.
#[derive(Debug)]
pub struct Office {
    register: Register,
}

impl Office {
    /// An office in which nothing is under way.
    pub fn new(register: Register) -> Office {
        Office { register }
    }

    /// Writes a row and gives the number of its line. Rows of several calls are written at the
    /// same time.
    ///
    /// # Errors
    ///
    /// If the register refuses the row, or panics; the office goes on.
    ///
    /// # Cancel safety
    ///
    /// Dropping the call gives up the answer at once, and not the row: a row that has begun is
    /// written to its end, once, and [`Office::idle`] waits for it.
    pub async fn record(&self, row: Row) -> Result<usize, RecordError> {
        let _ = &self.register;
        todo!("write {row:?} so that it ends even if nobody waits for the answer")
    }

    /// Waits until no row is under way; at once, if none is. Rows may be recorded afterwards, too.
    /// Dropping the call changes nothing.
    pub async fn idle(&self) {
        todo!("wait until no row is under way")
    }
}
