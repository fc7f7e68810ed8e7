//! `transfer`, solved: everybody locks in one order, and writes when nothing is left to wait for.

use worlds::{Ledger, Overdraft};

/// Moves money between the accounts of a ledger.
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
    /// # Errors
    ///
    /// If there are less than `cents` in the account `from`; then nothing is changed.
    ///
    /// # Cancel safety
    ///
    /// Dropped at any time, the call has moved all of the money or nothing of it.
    pub async fn transfer(&self, from: u32, to: u32, cents: u64) -> Result<(), Overdraft> {
        let overdraft = Overdraft { account: from };
        if from == to {
            // A second lock on the same account would wait for this one, for ever.
            let account = self.ledger.lock(from).await;
            return if account.balance() < cents { Err(overdraft) } else { Ok(()) };
        }
        // Every transfer takes the lower number first. A circle of waiting needs somebody who holds
        // a higher one and waits for a lower one, and there is nobody like that.
        let mut low = self.ledger.lock(from.min(to)).await;
        let mut high = self.ledger.lock(from.max(to)).await;
        let (source, target) =
            if from < to { (&mut low, &mut high) } else { (&mut high, &mut low) };
        // The balance is read under the locks under which it is written. There is no `.await` from
        // here on: a future can only be dropped where it waits, so never between the two writes.
        let rest = source.balance().checked_sub(cents).ok_or(overdraft)?;
        source.set_balance(rest);
        target.set_balance(target.balance() + cents);
        Ok(())
    }
}
