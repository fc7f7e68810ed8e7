//! Rejected by: step_4_services_do_not_wait_for_each_other
//! Outcome: wrong_answer
//! Why people write it: one lock gives out the turns, and a map keeps the services apart.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::{sync::Mutex as AsyncMutex, time::Instant};
use worlds::{Auth, AuthError, Token};

const EARLY: Duration = Duration::from_secs(30);

#[derive(Debug, Default)]
pub struct TokenCache {
    turn: AsyncMutex<()>,
    slots: Mutex<HashMap<String, Arc<Slot>>>,
}

#[derive(Debug, Default)]
struct Slot {
    past: Mutex<Past>,
}

#[derive(Debug, Default)]
struct Past {
    requests: u64,
    last: Option<Result<Token, AuthError>>,
}

impl TokenCache {
    pub fn new() -> TokenCache {
        TokenCache::default()
    }

    pub async fn get(&self, auth: &Auth, service: &str) -> Result<Token, AuthError> {
        let slot = {
            let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(slots.entry(service.to_owned()).or_default())
        };
        let requests_before = {
            let past = slot.past();
            if let Some(Ok(token)) = &past.last
                && token.expires > Instant::now() + EARLY
            {
                return Ok(token.clone());
            }
            past.requests
        };
        let _turn = self.turn.lock().await;
        {
            let past = slot.past();
            if past.requests > requests_before {
                return past.last.clone().expect("a request has ended");
            }
        }
        let answer = auth.issue(service).await;
        let mut past = slot.past();
        past.requests += 1;
        past.last = Some(answer.clone());
        answer
    }
}

impl Slot {
    fn past(&self) -> MutexGuard<'_, Past> {
        self.past.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
