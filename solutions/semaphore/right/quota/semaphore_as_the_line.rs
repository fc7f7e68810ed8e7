//! Differs by: a semaphore of one permit is the line, and the last passes are kept, one a token.

use std::{
    collections::VecDeque,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::{
    sync::Semaphore,
    time::{Instant, sleep_until},
};

#[derive(Debug)]
pub struct Quota {
    interval: Duration,
    line: Semaphore,
    /// When each of the tokens is there: the next one in front, never empty.
    due: Mutex<VecDeque<Instant>>,
}

impl Quota {
    pub fn new(per_second: u32, burst: u32) -> Quota {
        let due = (0..burst).map(|_| Instant::now()).collect();
        let interval = Duration::from_secs(1) / per_second;
        Quota { interval, line: Semaphore::new(1), due: Mutex::new(due) }
    }

    pub async fn acquire(&self) {
        let _first_in_line = self.line.acquire().await.expect("the semaphore is never closed");
        let next = *self.due().front().expect("there is always a next token");
        sleep_until(next).await;
        let mut due = self.due();
        due.pop_front();
        // The token comes back one interval after the last of the others, or after now.
        let last = due.back().copied().unwrap_or(next).max(next).max(Instant::now());
        due.push_back(last + self.interval);
    }

    fn due(&self) -> MutexGuard<'_, VecDeque<Instant>> {
        self.due.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
