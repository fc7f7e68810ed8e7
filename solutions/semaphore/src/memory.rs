//! `memory`, solved: a semaphore whose permits are megabytes.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The memory of one machine, in megabytes.
#[derive(Debug)]
pub struct Memory {
    total: u32,
    // Shared, because a reservation outlives the borrow of `reserve` and gives back on its own.
    free: Arc<Semaphore>,
}

/// Memory that is reserved. It is given back when this is dropped, in whatever way.
#[derive(Debug)]
pub struct Reservation {
    // An owned permit is a reservation already: it gives back all it has when it is dropped.
    _permit: OwnedSemaphorePermit,
}

/// A request for more than there is at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooBig {
    /// How much was asked for.
    pub wanted: u32,
    /// How much there is.
    pub total: u32,
}

impl Memory {
    /// Memory of `mb` megabytes, all of it free.
    pub fn new(mb: u32) -> Memory {
        let permits = usize::try_from(mb).expect("a megabyte count fits into a usize");
        Memory { total: mb, free: Arc::new(Semaphore::new(permits)) }
    }

    /// Reserves `mb` megabytes, and waits until they are free.
    pub async fn reserve(&self, mb: u32) -> Result<Reservation, TooBig> {
        // The semaphore cannot know that more permits will never come: it would wait for ever.
        if mb > self.total {
            return Err(TooBig { wanted: mb, total: self.total });
        }
        // One call for all of them. Permit by permit, two requests could each hold half of what
        // both need. The semaphore serves its line in order and forgets who leaves it.
        let acquired = Arc::clone(&self.free).acquire_many_owned(mb).await;
        Ok(Reservation { _permit: acquired.expect("the semaphore is never closed") })
    }

    /// How many megabytes are free.
    pub fn free(&self) -> u32 {
        u32::try_from(self.free.available_permits()).expect("never more than `new` was given")
    }
}
