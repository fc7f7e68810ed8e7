//! A parcel desk: it handles parcels, each in its own time, and counts how many are in the shop.

use std::{
    ops::Range,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use kit::{Service, ms};

/// A scripted parcel desk. Clones are the same desk.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    service: Service,
    counts: Arc<Mutex<Counts>>,
}

#[derive(Debug, Default)]
struct Counts {
    taken: usize,
    handled: usize,
    most_in_shop: usize,
}

/// A parcel, which brings its own time along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parcel {
    /// Its number, from 1.
    pub number: u32,
    millis: u64,
}

/// What a handled parcel gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Receipt {
    /// The number of the parcel.
    pub parcel: u32,
}

/// Parcels that the desk counts when they are taken, one `next` at a time.
#[derive(Debug)]
pub struct Parcels {
    desk: Desk,
    numbers: Range<u32>,
    millis: u64,
}

impl Desk {
    /// A desk that has handled nothing.
    pub fn new() -> Desk {
        Desk::default()
    }

    /// The parcels 1 to `count`, each of which takes `millis` milliseconds.
    pub fn parcels(&self, count: u32, millis: u64) -> Parcels {
        Parcels { desk: self.clone(), numbers: 1..count + 1, millis }
    }

    /// Handles one parcel, in the parcel's own time.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future gives the parcel up; nothing else happens.
    pub async fn handle(&self, parcel: Parcel) -> Receipt {
        let receipt: Result<Receipt, ()> = Ok(Receipt { parcel: parcel.number });
        let receipt = self
            .service
            .call(&format!("parcel {}", parcel.number), ms(parcel.millis), receipt)
            .await;
        self.counts().handled += 1;
        receipt.expect("the desk refuses no parcel")
    }

    /// The largest number of parcels that were under way together.
    pub fn most_at_once(&self) -> usize {
        self.service.gauge().most()
    }

    /// The largest number of parcels that were taken and not yet handled: in hands or in a queue.
    pub fn most_in_shop(&self) -> usize {
        self.counts().most_in_shop
    }

    /// How many parcels the desk has begun so far.
    pub fn begun(&self) -> usize {
        self.service.gauge().started()
    }

    /// How many parcels are under way.
    pub fn under_way(&self) -> usize {
        self.service.gauge().now()
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        // Each change leaves the counts whole.
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Iterator for Parcels {
    type Item = Parcel;

    fn next(&mut self) -> Option<Parcel> {
        let number = self.numbers.next()?;
        let mut counts = self.desk.counts();
        counts.taken += 1;
        counts.most_in_shop = counts.most_in_shop.max(counts.taken.saturating_sub(counts.handled));
        drop(counts);
        Some(Parcel { number, millis: self.millis })
    }
}
