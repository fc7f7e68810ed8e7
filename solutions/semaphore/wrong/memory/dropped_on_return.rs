//! Rejected by: step_1_a_reservation_holds_until_it_is_dropped
//! Outcome: wrong_answer
//! Why people write it: the permit has done its work when `acquire_many` returns, and nothing seems to need it.

use tokio::sync::Semaphore;

#[derive(Debug)]
pub struct Memory {
    total: u32,
    free: Semaphore,
}

#[derive(Debug)]
pub struct Reservation {
    pub mb: u32,
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
        let _permit = self.free.acquire_many(mb).await.expect("the semaphore is never closed");
        Ok(Reservation { mb })
    }

    pub fn free(&self) -> u32 {
        u32::try_from(self.free.available_permits()).expect("never more than `new` was given")
    }
}
