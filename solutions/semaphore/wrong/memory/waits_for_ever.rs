//! Rejected by: step_2_a_request_that_can_never_be_met_fails_at_once
//! Outcome: wrong_answer
//! Why people write it: `acquire_many_owned` does all that the contract asks for, but one thing.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

#[derive(Debug)]
pub struct Memory {
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
        Memory { free: Arc::new(Semaphore::new(mb as usize)) }
    }

    pub async fn reserve(&self, mb: u32) -> Result<Reservation, TooBig> {
        let permit = Arc::clone(&self.free).acquire_many_owned(mb).await;
        Ok(Reservation { _permit: permit.expect("the semaphore is never closed") })
    }

    pub fn free(&self) -> u32 {
        u32::try_from(self.free.available_permits()).expect("never more than `new` was given")
    }
}
