//! Rejected by: step_6_a_dropped_call_takes_nothing_from_the_others
//! Outcome: deadlock
//! Why people write it: a flag says that somebody asks, and a bell that there is an answer.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::{sync::Notify, time::Instant};
use worlds::{Auth, AuthError, Token};

const EARLY: Duration = Duration::from_secs(30);

#[derive(Debug, Default)]
pub struct TokenCache {
    slots: Mutex<HashMap<String, Slot>>,
    bell: Notify,
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
                let bell = self.bell.notified();
                if let Some(slot) = self.slots().get(service).filter(|slot| slot.requests > request)
                {
                    return slot.last.clone().expect("a request has ended");
                }
                bell.await;
            }
        }
        let answer = auth.issue(service).await;
        let mut slots = self.slots();
        let slot = slots.entry(service.to_owned()).or_default();
        slot.is_asking = false;
        slot.requests += 1;
        slot.last = Some(answer.clone());
        drop(slots);
        self.bell.notify_waiters();
        answer
    }

    fn slots(&self) -> MutexGuard<'_, HashMap<String, Slot>> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
