//! Rejected by: step_1_a_burst_passes_and_then_the_rate_holds
//! Outcome: wrong_answer
//! Why people write it: "at most so many" sounds like a semaphore, which limits how many are inside, not how often.

use tokio::sync::Semaphore;

#[derive(Debug)]
pub struct Quota {
    permits: Semaphore,
}

impl Quota {
    pub fn new(per_second: u32, burst: u32) -> Quota {
        let _ = per_second;
        Quota { permits: Semaphore::new(burst as usize) }
    }

    pub async fn acquire(&self) {
        let _permit = self.permits.acquire().await.expect("the semaphore is never closed");
    }
}
