//! Rejected by: step_1_money_moves_and_is_never_made
//! Outcome: wrong_answer
//! Why people write it: the receiver is written first, because that needs no check.

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
        let mut low = self.ledger.lock(from.min(to)).await;
        let mut high = self.ledger.lock(from.max(to)).await;
        let (source, target) =
            if from < to { (&mut low, &mut high) } else { (&mut high, &mut low) };
        target.set_balance(target.balance() + cents);
        let rest = source.balance().checked_sub(cents).ok_or(Overdraft { account: from })?;
        source.set_balance(rest);
        Ok(())
    }
}
