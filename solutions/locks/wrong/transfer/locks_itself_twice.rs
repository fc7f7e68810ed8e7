//! Rejected by: step_3_an_account_can_pay_itself
//! Outcome: deadlock
//! Why people write it: the order is right, and the two numbers are taken to be different.

use worlds::{Ledger, Overdraft};

#[derive(Debug)]
pub struct Bank {
    ledger: Ledger,
}

impl Bank {
    pub fn new(ledger: Ledger) -> Bank {
        Bank { ledger }
    }

    pub async fn transfer(&self, from: u32, to: u32, cents: u64) -> Result<(), Overdraft> {
        let mut low = self.ledger.lock(from.min(to)).await;
        let mut high = self.ledger.lock(from.max(to)).await;
        let (source, target) =
            if from < to { (&mut low, &mut high) } else { (&mut high, &mut low) };
        let rest = source.balance().checked_sub(cents).ok_or(Overdraft { account: from })?;
        source.set_balance(rest);
        target.set_balance(target.balance() + cents);
        Ok(())
    }
}
