//! # Lock order: transfers between accounts
//!
//! To move money, you hold two accounts at once: the ledger hands each of them over 10 ms after it
//! is free. One transfer goes from 1 to 2 while another goes from 2 to 1, and if both hold what
//! the other one needs, neither ever ends. Nothing panics, and no time limit is set.
//!
//! - Read: `lessons/locks/README.md`
//! - Check: `cargo test -p locks transfer` or `cargo checker run locks/transfer`
//! - Hint: `cargo checker hint locks/transfer`
//! - Toolbox: `Ledger::lock`, `std::cmp::min`, `u64::checked_sub`, `tokio::time::timeout`; one of
//!   them is a trap here
//! - Needs: `Result` and `?`, mutable references, when a value is dropped

use worlds::{Ledger, Overdraft};

/// Moves money between the accounts of a ledger. You may add private fields.
#[derive(Debug)]
pub struct Bank {
    ledger: Ledger,
}

impl Bank {
    /// A bank that keeps its accounts in `ledger`.
    pub fn new(ledger: Ledger) -> Bank {
        Bank { ledger }
    }

    /// Moves `cents` from one account to another.
    ///
    /// Transfers may run at the same time in any number and any direction, and each comes to its
    /// end. Transfers without a common account do not wait for each other. A transfer from an
    /// account to itself needs the money, as any other, and changes nothing.
    ///
    /// # Errors
    ///
    /// If there are less than `cents` in the account `from`; then nothing is changed.
    ///
    /// # Cancel safety
    ///
    /// Dropped at any time, the call has moved all of the money or nothing of it, and neither a
    /// lock nor a wait for one is left.
    pub async fn transfer(&self, from: u32, to: u32, cents: u64) -> Result<(), Overdraft> {
        let _ = &self.ledger;
        todo!("move {cents:?} cents from account {from:?} to account {to:?}")
    }
}
