//! Rejected by: step_5_all_who_wait_get_the_same_answer
//! Outcome: wrong_answer
//! Why people write it: a lock for each service and a second look under it: whoever finds no token asks.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex as StdMutex, PoisonError},
    time::Duration,
};

use tokio::{sync::Mutex, time::Instant};
use worlds::{Auth, AuthError, Token};

const EARLY: Duration = Duration::from_secs(30);

#[derive(Debug, Default)]
pub struct TokenCache {
    slots: StdMutex<HashMap<String, Arc<Mutex<Option<Token>>>>>,
}

impl TokenCache {
    pub fn new() -> TokenCache {
        TokenCache::default()
    }

    pub async fn get(&self, auth: &Auth, service: &str) -> Result<Token, AuthError> {
        let slot = self.slot(service);
        let mut kept = slot.lock().await;
        if let Some(token) = kept.as_ref().filter(|token| token.expires > Instant::now() + EARLY) {
            return Ok(token.clone());
        }
        let token = auth.issue(service).await?;
        *kept = Some(token.clone());
        Ok(token)
    }

    fn slot(&self, service: &str) -> Arc<Mutex<Option<Token>>> {
        let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(slots.entry(service.to_owned()).or_default())
    }
}
