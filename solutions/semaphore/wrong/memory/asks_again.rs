//! Rejected by: step_4_a_small_request_does_not_overtake
//! Outcome: wrong_answer
//! Why people write it: a loop around `try_acquire_many_owned` with a pause needs no line to stand in.

use std::{sync::Arc, time::Duration};

use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::sleep,
};

#[derive(Debug)]
pub struct Memory {
    total: u32,
    free: Arc<Semaphore>,
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
        Memory { total: mb, free: Arc::new(Semaphore::new(mb as usize)) }
    }

    pub async fn reserve(&self, mb: u32) -> Result<Reservation, TooBig> {
        if mb > self.total {
            return Err(TooBig { wanted: mb, total: self.total });
        }
        loop {
            match Arc::clone(&self.free).try_acquire_many_owned(mb) {
                Ok(permit) => return Ok(Reservation { _permit: permit }),
                Err(_) => sleep(Duration::from_millis(1)).await,
            }
        }
    }

    pub fn free(&self) -> u32 {
        u32::try_from(self.free.available_permits()).expect("never more than `new` was given")
    }
}
