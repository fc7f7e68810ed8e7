//! A laundry: each load takes its time in a drum of its own, and there are drums for all.

use kit::{Service, ms};

/// A scripted laundry. Clones are the same laundry.
#[derive(Debug, Clone, Default)]
pub struct Laundry {
    service: Service,
}

/// A load to be washed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Load {
    /// What it is.
    pub name: String,
    /// How long it takes, in milliseconds.
    pub millis: u64,
}

impl Laundry {
    /// A laundry without a customer so far.
    pub fn new() -> Laundry {
        Laundry::default()
    }

    /// Washes one load, in its time.
    ///
    /// # Cancel safety
    ///
    /// Dropped before its end, the load is taken out of the drum, wet.
    pub async fn wash(&self, load: &Load) {
        let washed: Result<(), ()> = self.service.call(&load.name, ms(load.millis), Ok(())).await;
        washed.expect("washing does not fail");
    }

    /// The loads begun so far, in this order.
    pub fn begun(&self) -> Vec<String> {
        self.service.journal().calls()
    }

    /// How many loads were washed to their end.
    pub fn washed(&self) -> usize {
        self.service.gauge().finished()
    }

    /// How many loads were taken out before their end.
    pub fn canceled(&self) -> usize {
        self.service.gauge().canceled()
    }

    /// How many loads are in a drum.
    pub fn under_way(&self) -> usize {
        self.service.gauge().now()
    }

    /// The largest number of loads that were in their drums together.
    pub fn most_at_once(&self) -> usize {
        self.service.gauge().most()
    }
}

impl Load {
    /// A load that takes `millis` milliseconds.
    pub fn new(name: &str, millis: u64) -> Load {
        Load { name: name.to_owned(), millis }
    }
}
