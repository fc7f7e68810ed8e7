//! Rejected by: step_3_a_request_gets_all_or_waits
//! Outcome: wrong_answer
//! Why people write it: whoever is woken has been given its memory, it seems; so one `if` is enough.

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
        let given_back = self.shared.given_back.notified();
        if *self.shared.free() < mb {
            given_back.await;
        }
        let mut free = self.shared.free();
        *free = free.saturating_sub(mb);
        Ok(Reservation { mb, shared: Arc::clone(&self.shared) })
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
