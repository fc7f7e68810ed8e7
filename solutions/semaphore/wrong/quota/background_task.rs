//! Rejected by: step_6_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: a task that adds a permit ten times a second is the shortest way to a token bucket.

use std::{sync::Arc, time::Duration};

use tokio::{
    sync::{Notify, Semaphore},
    task::JoinHandle,
    time::sleep,
};

#[derive(Debug)]
pub struct Quota {
    tokens: Arc<Semaphore>,
    taken: Arc<Notify>,
    filler: JoinHandle<()>,
}

impl Quota {
    pub fn new(per_second: u32, burst: u32) -> Quota {
        let (tokens, taken) = (Arc::new(Semaphore::new(burst as usize)), Arc::new(Notify::new()));
        let (bucket, was_taken) = (Arc::clone(&tokens), Arc::clone(&taken));
        let filler = tokio::spawn(async move {
            loop {
                if bucket.available_permits() == burst as usize {
                    was_taken.notified().await;
                } else {
                    sleep(Duration::from_secs(1) / per_second).await;
                    bucket.add_permits(1);
                }
            }
        });
        Quota { tokens, taken, filler }
    }

    pub async fn acquire(&self) {
        self.tokens.acquire().await.expect("the semaphore is never closed").forget();
        self.taken.notify_one();
    }
}

impl Drop for Quota {
    fn drop(&mut self) {
        self.filler.abort();
    }
}
