//! Rejected by: step_7_ends_in_every_order
//! Outcome: deadlock
//! Why people write it: `join!` looks as if it took both locks in one step. It asks for them one
//! after the other, and on several threads somebody else may come between.

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
        let overdraft = Overdraft { account: from };
        if from == to {
            let account = self.ledger.lock(from).await;
            return if account.balance() < cents { Err(overdraft) } else { Ok(()) };
        }
        let (mut source, mut target) = tokio::join!(self.ledger.lock(from), self.ledger.lock(to));
        let rest = source.balance().checked_sub(cents).ok_or(overdraft)?;
        source.set_balance(rest);
        target.set_balance(target.balance() + cents);
        Ok(())
    }
}
