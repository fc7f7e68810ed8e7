//! Differs by: the bank takes locks of its own in order; those of the ledger then come in any order.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use worlds::{Ledger, Overdraft};

type Turn = Arc<tokio::sync::Mutex<()>>;

#[derive(Debug)]
pub struct Bank {
    ledger: Ledger,
    turns: Mutex<HashMap<u32, Turn>>,
}

impl Bank {
    pub fn new(ledger: Ledger) -> Bank {
        Bank { ledger, turns: Mutex::default() }
    }

    pub async fn transfer(&self, from: u32, to: u32, cents: u64) -> Result<(), Overdraft> {
        if from == to {
            let _turn = self.turn(from).lock_owned().await;
            let account = self.ledger.lock(from).await;
            return account
                .balance()
                .checked_sub(cents)
                .map(drop)
                .ok_or(Overdraft { account: from });
        }
        let _low = self.turn(from.min(to)).lock_owned().await;
        let _high = self.turn(from.max(to)).lock_owned().await;
        let mut source = self.ledger.lock(from).await;
        let mut target = self.ledger.lock(to).await;
        let rest = source.balance().checked_sub(cents).ok_or(Overdraft { account: from })?;
        source.set_balance(rest);
        target.set_balance(target.balance() + cents);
        Ok(())
    }
}

impl Bank {
    fn turn(&self, account: u32) -> Turn {
        let mut turns = self.turns.lock().expect("nobody panics while looking up a lock");
        Arc::clone(turns.entry(account).or_default())
    }
}
