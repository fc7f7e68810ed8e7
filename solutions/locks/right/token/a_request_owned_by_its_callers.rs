//! Differs by: a shared future that its callers own together; the map knows it weakly.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use futures::future::{BoxFuture, FutureExt, Shared, WeakShared};
use tokio::time::Instant;
use worlds::{Auth, AuthError, Token};

const EARLY: Duration = Duration::from_secs(30);

type Request = BoxFuture<'static, Result<Token, AuthError>>;

#[derive(Debug, Default)]
pub struct TokenCache {
    slots: Mutex<HashMap<String, Slot>>,
}

#[derive(Debug, Default)]
struct Slot {
    token: Option<Token>,
    request: Option<WeakShared<Request>>,
}

impl TokenCache {
    pub fn new() -> TokenCache {
        TokenCache::default()
    }

    pub async fn get(&self, auth: &Auth, service: &str) -> Result<Token, AuthError> {
        let request = {
            let mut slots = self.slots();
            let slot = slots.entry(service.to_owned()).or_default();
            if let Some(token) = slot.token.as_ref().filter(|token| serves(token)) {
                return Ok(token.clone());
            }
            let under_way = slot.request.as_ref().and_then(WeakShared::upgrade);
            under_way.filter(|request| request.peek().is_none()).unwrap_or_else(|| {
                let (auth, name) = (auth.clone(), service.to_owned());
                let request = async move { auth.issue(&name).await }.boxed().shared();
                slot.request = request.downgrade();
                request
            })
        };
        let answer = request.await;
        if let Ok(token) = &answer {
            self.slots().entry(service.to_owned()).or_default().token = Some(token.clone());
        }
        answer
    }

    fn slots(&self) -> MutexGuard<'_, HashMap<String, Slot>> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn serves(token: &Token) -> bool {
    token.expires > Instant::now() + EARLY
}
