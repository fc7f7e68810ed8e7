//! Differs by: the locks are taken in a loop over the sorted numbers, which holds one or two of them.

use std::collections::{BTreeMap, BTreeSet};

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
        let numbers = BTreeSet::from([from, to]);
        let mut held = BTreeMap::new();
        for number in numbers {
            held.insert(number, self.ledger.lock(number).await);
        }
        let source = held.get_mut(&from).expect("both are locked");
        let rest = source.balance().checked_sub(cents).ok_or(Overdraft { account: from })?;
        source.set_balance(rest);
        let target = held.get_mut(&to).expect("both are locked");
        target.set_balance(target.balance() + cents);
        Ok(())
    }
}
