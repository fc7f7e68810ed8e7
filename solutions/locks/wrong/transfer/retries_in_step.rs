//! Rejected by: step_2_opposite_transfers_both_end
//! Outcome: endless
//! Why people write it: a time limit breaks the deadlock, and both sides try again at the same time.

use std::time::Duration;

use tokio::time::timeout;
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
        let (mut source, mut target) = loop {
            let source = self.ledger.lock(from).await;
            if let Ok(target) = timeout(Duration::from_millis(15), self.ledger.lock(to)).await {
                break (source, target);
            }
        };
        let rest = source.balance().checked_sub(cents).ok_or(Overdraft { account: from })?;
        source.set_balance(rest);
        target.set_balance(target.balance() + cents);
        Ok(())
    }
}
