//! Rejected by: step_5_the_same_money_is_not_spent_twice
//! Outcome: wrong_answer
//! Why people write it: the check comes first and gives its lock back, so that the second lock can follow the order.

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
        let account = self.ledger.lock(from).await;
        if account.balance() < cents {
            return Err(Overdraft { account: from });
        }
        drop(account);
        let mut low = self.ledger.lock(from.min(to)).await;
        let mut high = self.ledger.lock(from.max(to)).await;
        let (source, target) =
            if from < to { (&mut low, &mut high) } else { (&mut high, &mut low) };
        source.set_balance(source.balance().saturating_sub(cents));
        target.set_balance(target.balance() + cents);
        Ok(())
    }
}
