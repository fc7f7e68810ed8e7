//! Rejected by: step_2_all_who_wait_share_one_request
//! Outcome: wrong_answer
//! Why people write it: whoever waits looks again after a short sleep.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::time::{Instant, sleep};
use worlds::{Auth, AuthError, Token};

const EARLY: Duration = Duration::from_secs(30);

#[derive(Debug, Default)]
pub struct TokenCache {
    slots: Mutex<HashMap<String, Slot>>,
}

#[derive(Debug, Default)]
struct Slot {
    is_asking: bool,
    requests: usize,
    last: Option<Result<Token, AuthError>>,
}

impl TokenCache {
    pub fn new() -> TokenCache {
        TokenCache::default()
    }

    pub async fn get(&self, auth: &Auth, service: &str) -> Result<Token, AuthError> {
        let request = {
            let mut slots = self.slots();
            let slot = slots.entry(service.to_owned()).or_default();
            if let Some(Ok(token)) = &slot.last
                && token.expires > Instant::now() + EARLY
            {
                return Ok(token.clone());
            }
            let is_first = !slot.is_asking;
            slot.is_asking = true;
            (!is_first).then_some(slot.requests)
        };
        if let Some(request) = request {
            loop {
                if let Some(slot) = self.slots().get(service).filter(|slot| slot.requests > request)
                {
                    return slot.last.clone().expect("a request has ended");
                }
                sleep(Duration::from_millis(10)).await;
            }
        }
        let answer = auth.issue(service).await;
        let mut slots = self.slots();
        let slot = slots.entry(service.to_owned()).or_default();
        slot.is_asking = false;
        slot.requests += 1;
        slot.last = Some(answer.clone());
        answer
    }

    fn slots(&self) -> MutexGuard<'_, HashMap<String, Slot>> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
