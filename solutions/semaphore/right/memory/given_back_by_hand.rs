//! Differs by: the permits are forgotten, and the reservation adds them again when it is dropped.

use std::sync::Arc;

use tokio::sync::Semaphore;

#[derive(Debug)]
pub struct Memory {
    total: u32,
    free: Arc<Semaphore>,
}

#[derive(Debug)]
pub struct Reservation {
    mb: u32,
    free: Arc<Semaphore>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooBig {
    pub wanted: u32,
    pub total: u32,
}

impl Memory {
    pub fn new(mb: u32) -> Memory {
        Memory { total: mb, free: Arc::new(Semaphore::new(mb as usize)) }
    }

    pub async fn reserve(&self, mb: u32) -> Result<Reservation, TooBig> {
        if mb > self.total {
            return Err(TooBig { wanted: mb, total: self.total });
        }
        let permits = self.free.acquire_many(mb).await.expect("the semaphore is never closed");
        permits.forget();
        Ok(Reservation { mb, free: Arc::clone(&self.free) })
    }

    pub fn free(&self) -> u32 {
        u32::try_from(self.free.available_permits()).expect("never more than `new` was given")
    }
}

impl Drop for Reservation {
    fn drop(&mut self) {
        self.free.add_permits(self.mb as usize);
    }
}
