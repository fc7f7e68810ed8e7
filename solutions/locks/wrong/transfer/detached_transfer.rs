//! Rejected by: step_6_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: a task of its own is never cut in two, whoever drops the call.

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
        let transfer = moved(self.ledger.clone(), from, to, cents);
        tokio::spawn(transfer).await.expect("no transfer panics")
    }
}

async fn moved(ledger: Ledger, from: u32, to: u32, cents: u64) -> Result<(), Overdraft> {
    if from == to {
        let account = ledger.lock(from).await;
        return account.balance().checked_sub(cents).map(drop).ok_or(Overdraft { account: from });
    }
    let mut low = ledger.lock(from.min(to)).await;
    let mut high = ledger.lock(from.max(to)).await;
    let (source, target) = if from < to { (&mut low, &mut high) } else { (&mut high, &mut low) };
    let rest = source.balance().checked_sub(cents).ok_or(Overdraft { account: from })?;
    source.set_balance(rest);
    target.set_balance(target.balance() + cents);
    Ok(())
}
