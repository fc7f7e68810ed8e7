//! Rejected by: step_4_services_do_not_wait_for_each_other
//! Outcome: wrong_answer
//! Why people write it: one lock over the map, held until the new token is in it.

use std::{collections::HashMap, time::Duration};

use tokio::{sync::Mutex, time::Instant};
use worlds::{Auth, AuthError, Token};

const EARLY: Duration = Duration::from_secs(30);

#[derive(Debug, Default)]
pub struct TokenCache {
    tokens: Mutex<HashMap<String, Token>>,
}

impl TokenCache {
    pub fn new() -> TokenCache {
        TokenCache::default()
    }

    pub async fn get(&self, auth: &Auth, service: &str) -> Result<Token, AuthError> {
        let mut tokens = self.tokens.lock().await;
        if let Some(token) = kept(&tokens, service) {
            return Ok(token);
        }
        let token = auth.issue(service).await?;
        tokens.insert(service.to_owned(), token.clone());
        Ok(token)
    }
}

fn kept(tokens: &HashMap<String, Token>, service: &str) -> Option<Token> {
    tokens.get(service).filter(|token| token.expires > Instant::now() + EARLY).cloned()
}
