//! Rejected by: step_1_a_token_is_kept
//! Outcome: leaked_tasks
//! Why people write it: a timer in a task removes the token when its time has come.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex as StdMutex, PoisonError},
    time::Duration,
};

use tokio::{sync::OnceCell, time::sleep_until};
use worlds::{Auth, AuthError, Token};

const EARLY: Duration = Duration::from_secs(30);

type Cell = OnceCell<Result<Token, AuthError>>;

#[derive(Debug, Default)]
pub struct TokenCache {
    cells: Arc<StdMutex<HashMap<String, Arc<Cell>>>>,
}

impl TokenCache {
    pub fn new() -> TokenCache {
        TokenCache::default()
    }

    pub async fn get(&self, auth: &Auth, service: &str) -> Result<Token, AuthError> {
        let cell = {
            let mut cells = self.cells.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(cells.entry(service.to_owned()).or_default())
        };
        let ask = || async {
            let answer = auth.issue(service).await;
            let end = answer.as_ref().ok().map(|token| token.expires - EARLY);
            let (cells, service) = (Arc::clone(&self.cells), service.to_owned());
            tokio::spawn(async move {
                if let Some(end) = end {
                    sleep_until(end).await;
                }
                cells.lock().unwrap_or_else(PoisonError::into_inner).remove(&service);
            });
            answer
        };
        cell.get_or_init(ask).await.clone()
    }
}
