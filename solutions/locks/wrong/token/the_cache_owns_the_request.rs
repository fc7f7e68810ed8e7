//! Rejected by: step_7_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: a shared future is the answer for all, and the map keeps it.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use futures::future::{BoxFuture, FutureExt, Shared};
use tokio::time::Instant;
use worlds::{Auth, AuthError, Token};

const EARLY: Duration = Duration::from_secs(30);

type Request = BoxFuture<'static, Result<Token, AuthError>>;

#[derive(Debug, Default)]
pub struct TokenCache {
    requests: Mutex<HashMap<String, Shared<Request>>>,
}

impl TokenCache {
    pub fn new() -> TokenCache {
        TokenCache::default()
    }

    pub async fn get(&self, auth: &Auth, service: &str) -> Result<Token, AuthError> {
        let request = {
            let mut requests = self.requests();
            match requests.get(service).filter(|request| serves(request)) {
                Some(request) => request.clone(),
                None => {
                    let (auth, name) = (auth.clone(), service.to_owned());
                    let request = async move { auth.issue(&name).await }.boxed().shared();
                    requests.insert(service.to_owned(), request.clone());
                    request
                }
            }
        };
        request.await
    }

    fn requests(&self) -> MutexGuard<'_, HashMap<String, Shared<Request>>> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn serves(request: &Shared<Request>) -> bool {
    match request.peek() {
        Some(Ok(token)) => token.expires > Instant::now() + EARLY,
        Some(Err(_)) => false,
        None => true,
    }
}
