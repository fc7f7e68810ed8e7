//! Rejected by: step_4_a_small_request_does_not_overtake
//! Outcome: wrong_answer
//! Why people write it: a number and a condition variable is how it is done with threads.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

#[derive(Debug)]
pub struct Memory {
    total: u32,
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    free: Mutex<u32>,
    given_back: Notify,
}

#[derive(Debug)]
pub struct Reservation {
    mb: u32,
    shared: Arc<Shared>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooBig {
    pub wanted: u32,
    pub total: u32,
}

impl Memory {
    pub fn new(mb: u32) -> Memory {
        let shared = Shared { free: Mutex::new(mb), given_back: Notify::new() };
        Memory { total: mb, shared: Arc::new(shared) }
    }

    pub async fn reserve(&self, mb: u32) -> Result<Reservation, TooBig> {
        if mb > self.total {
            return Err(TooBig { wanted: mb, total: self.total });
        }
        loop {
            let given_back = self.shared.given_back.notified();
            {
                let mut free = self.shared.free();
                if *free >= mb {
                    *free -= mb;
                    return Ok(Reservation { mb, shared: Arc::clone(&self.shared) });
                }
            }
            given_back.await;
        }
    }

    pub fn free(&self) -> u32 {
        *self.shared.free()
    }
}

impl Shared {
    fn free(&self) -> MutexGuard<'_, u32> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Reservation {
    fn drop(&mut self) {
        *self.shared.free() += self.mb;
        self.shared.given_back.notify_waiters();
    }
}
