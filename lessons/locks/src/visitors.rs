//! # Race at an await: a visitor counter
//!
//! Every visitor of a museum is checked at the gate, and whoever passes gets a number. On a quiet
//! morning the numbers are right; when many come at once, visitors are lost, although every access
//! to the counter is locked. The code compiles and runs on one thread. Mend it.
//!
//! - Read: `lessons/locks/README.md`
//! - Check: `cargo test -p locks visitors` or `cargo checker run locks/visitors`
//! - Hint: `cargo checker hint locks/visitors`
//! - Toolbox: `std::sync::Mutex`, `tokio::sync::Mutex`, `std::sync::atomic::AtomicU64`; none is
//!   wrong, but each can be held too long or too short
//! - Needs: `Result` and `?`, when a value is dropped

use std::sync::Mutex;

use worlds::{Gate, Refused};

/// Counts the visitors who passed the gate. Its private fields may change.
#[derive(Debug, Default)]
pub struct Visitors {
    hits: Mutex<u64>,
}

impl Visitors {
    /// A counter that has counted nobody.
    pub fn new() -> Visitors {
        Visitors::default()
    }

    /// Checks one visitor at the gate, counts them if they pass, and gives their number.
    ///
    /// Numbers begin at 1; none is given twice and none is left out. Visitors who come at the same
    /// time are checked at the same time. Who is refused is not counted.
    ///
    /// # Errors
    ///
    /// If the gate refuses the visitor.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it ends, the call drops the check and counts nobody.
    pub async fn visit(&self, gate: &Gate, visitor: &str) -> Result<u64, Refused> {
        let hits = *self.hits.lock().expect("nobody panics while counting");
        gate.check(visitor).await?;
        *self.hits.lock().expect("nobody panics while counting") = hits + 1;
        Ok(hits + 1)
    }

    /// How many visitors have passed so far. Dropping the call changes nothing.
    pub async fn hits(&self) -> u64 {
        *self.hits.lock().expect("nobody panics while counting")
    }
}
