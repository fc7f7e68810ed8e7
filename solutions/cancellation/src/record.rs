//! `record`, solved: what must survive its caller is a task, and somebody counts the tasks.

use tokio_util::task::TaskTracker;
use worlds::{Register, Row, RowError};

/// Why a row was not recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordError {
    /// The register refused it.
    Refused(RowError),
    /// The register panicked over it.
    Crashed,
}

/// Records rows in a register.
#[derive(Debug)]
pub struct Office {
    register: Register,
    writes: TaskTracker,
}

impl Office {
    /// An office in which nothing is under way.
    pub fn new(register: Register) -> Office {
        let writes = TaskTracker::new();
        // An open tracker is never done. A closed one takes new tasks all the same, and is done
        // whenever it is empty.
        writes.close();
        Office { register, writes }
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
        let register = self.register.clone();
        // The task owns the write, this call only a handle, and dropping a handle ends no task.
        // Spawned on the tracker: a task that nobody counts is lost when the program ends.
        let write = self.writes.spawn(async move { register.write(&row).await });
        match write.await {
            Ok(written) => written.map_err(RecordError::Refused),
            Err(_) => Err(RecordError::Crashed),
        }
    }

    /// Waits until no row is under way; at once, if none is. Rows may be recorded afterwards, too.
    /// Dropping the call changes nothing.
    pub async fn idle(&self) {
        self.writes.wait().await;
    }
}
