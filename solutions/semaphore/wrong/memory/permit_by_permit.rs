//! Rejected by: step_3_a_request_gets_all_or_waits
//! Outcome: wrong_answer
//! Why people write it: a loop over `acquire` is the first thing that comes to mind for many permits.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

#[derive(Debug)]
pub struct Memory {
    total: u32,
    free: Arc<Semaphore>,
}

#[derive(Debug)]
pub struct Reservation {
    _permits: Vec<OwnedSemaphorePermit>,
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
        let mut permits = Vec::new();
        for _ in 0..mb {
            let permit = Arc::clone(&self.free).acquire_owned().await;
            permits.push(permit.expect("the semaphore is never closed"));
        }
        Ok(Reservation { _permits: permits })
    }

    pub fn free(&self) -> u32 {
        u32::try_from(self.free.available_permits()).expect("never more than `new` was given")
    }
}
