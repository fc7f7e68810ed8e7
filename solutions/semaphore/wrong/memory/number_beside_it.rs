//! Rejected by: step_1_a_reservation_holds_until_it_is_dropped
//! Outcome: wrong_answer
//! Why people write it: a number of one's own is easy to read; what the permit gives back, it is not told.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

#[derive(Debug)]
pub struct Memory {
    total: u32,
    free: AtomicU32,
    permits: Arc<Semaphore>,
}

#[derive(Debug)]
pub struct Reservation {
    _permit: OwnedSemaphorePermit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooBig {
    pub wanted: u32,
    pub total: u32,
}

impl Memory {
    pub fn new(mb: u32) -> Memory {
        let permits = Arc::new(Semaphore::new(mb as usize));
        Memory { total: mb, free: AtomicU32::new(mb), permits }
    }

    pub async fn reserve(&self, mb: u32) -> Result<Reservation, TooBig> {
        if mb > self.total {
            return Err(TooBig { wanted: mb, total: self.total });
        }
        let permit = Arc::clone(&self.permits).acquire_many_owned(mb).await;
        self.free.fetch_sub(mb, Ordering::Relaxed);
        Ok(Reservation { _permit: permit.expect("the semaphore is never closed") })
    }

    pub fn free(&self) -> u32 {
        self.free.load(Ordering::Relaxed)
    }
}
