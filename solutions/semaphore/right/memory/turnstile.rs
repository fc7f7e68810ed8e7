//! Differs by: a mutex is the line, its head waits for a bell, and a number is the memory.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{self, Notify};

#[derive(Debug)]
pub struct Memory {
    total: u32,
    line: sync::Mutex<()>,
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
        Memory { total: mb, line: sync::Mutex::default(), shared: Arc::new(shared) }
    }

    pub async fn reserve(&self, mb: u32) -> Result<Reservation, TooBig> {
        if mb > self.total {
            return Err(TooBig { wanted: mb, total: self.total });
        }
        // Fair, and held while it waits: whoever has it is first in line.
        let _first_in_line = self.line.lock().await;
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
