//! Rejected by: step_4_strangers_do_not_wait_for_each_other
//! Outcome: wrong_answer
//! Why people write it: one lock for all transfers ends every deadlock at once.

use tokio::sync::Mutex;
use worlds::{Ledger, Overdraft};

#[derive(Debug)]
pub struct Bank {
    ledger: Ledger,
    turn: Mutex<()>,
}

impl Bank {
    pub fn new(ledger: Ledger) -> Bank {
        Bank { ledger, turn: Mutex::new(()) }
    }

    pub async fn transfer(&self, from: u32, to: u32, cents: u64) -> Result<(), Overdraft> {
        let _turn = self.turn.lock().await;
        if from == to {
            let account = self.ledger.lock(from).await;
            return account
                .balance()
                .checked_sub(cents)
                .map(drop)
                .ok_or(Overdraft { account: from });
        }
        let mut source = self.ledger.lock(from).await;
        let mut target = self.ledger.lock(to).await;
        let rest = source.balance().checked_sub(cents).ok_or(Overdraft { account: from })?;
        source.set_balance(rest);
        target.set_balance(target.balance() + cents);
        Ok(())
    }
}
