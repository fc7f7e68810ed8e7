//! Error: E0106

use tokio::sync::{Semaphore, SemaphorePermit};

#[derive(Debug)]
pub struct Memory {
    total: u32,
    free: Semaphore,
}

#[derive(Debug)]
pub struct Reservation {
    _permit: SemaphorePermit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooBig {
    pub wanted: u32,
    pub total: u32,
}

impl Memory {
    pub fn new(mb: u32) -> Memory {
        Memory { total: mb, free: Semaphore::new(mb as usize) }
    }

    pub async fn reserve(&self, mb: u32) -> Result<Reservation, TooBig> {
        if mb > self.total {
            return Err(TooBig { wanted: mb, total: self.total });
        }
        let permit = self.free.acquire_many(mb).await;
        Ok(Reservation { _permit: permit.expect("the semaphore is never closed") })
    }

    pub fn free(&self) -> u32 {
        u32::try_from(self.free.available_permits()).expect("never more than `new` was given")
    }
}
