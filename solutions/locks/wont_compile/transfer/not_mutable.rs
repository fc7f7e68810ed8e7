//! Error: E0596

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
        if from == to {
            let account = self.ledger.lock(from).await;
            return account
                .balance()
                .checked_sub(cents)
                .map(drop)
                .ok_or(Overdraft { account: from });
        }
        let low = self.ledger.lock(from.min(to)).await;
        let high = self.ledger.lock(from.max(to)).await;
        let (source, target) = if from < to { (low, high) } else { (high, low) };
        let rest = source.balance().checked_sub(cents).ok_or(Overdraft { account: from })?;
        source.set_balance(rest);
        target.set_balance(target.balance() + cents);
        Ok(())
    }
}
