//! Rejected by: step_2_all_who_wait_share_one_request
//! Outcome: wrong_answer
//! Why people write it: the look at the cache is quick, and only the request takes the lock.

use std::{collections::HashMap, time::Duration};

use tokio::{sync::Mutex, time::Instant};
use worlds::{Auth, AuthError, Token};

const EARLY: Duration = Duration::from_secs(30);

#[derive(Debug, Default)]
pub struct TokenCache {
    asking: Mutex<()>,
    tokens: Mutex<HashMap<String, Token>>,
}

impl TokenCache {
    pub fn new() -> TokenCache {
        TokenCache::default()
    }

    pub async fn get(&self, auth: &Auth, service: &str) -> Result<Token, AuthError> {
        if let Some(token) = kept(&*self.tokens.lock().await, service) {
            return Ok(token);
        }
        let _asking = self.asking.lock().await;
        let token = auth.issue(service).await?;
        self.tokens.lock().await.insert(service.to_owned(), token.clone());
        Ok(token)
    }
}

fn kept(tokens: &HashMap<String, Token>, service: &str) -> Option<Token> {
    tokens.get(service).filter(|token| token.expires > Instant::now() + EARLY).cloned()
}
