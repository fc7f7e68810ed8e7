//! Rejected by: step_5_all_who_wait_get_the_same_answer
//! Outcome: wrong_answer
//! Why people write it: an error must not stay in the cell, and `get_or_try_init` keeps only what succeeded.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::{sync::OnceCell, time::Instant};
use worlds::{Auth, AuthError, Token};

const EARLY: Duration = Duration::from_secs(30);

#[derive(Debug, Default)]
pub struct TokenCache {
    cells: Mutex<HashMap<String, Arc<Cell>>>,
}

type Cell = OnceCell<Token>;

impl TokenCache {
    pub fn new() -> TokenCache {
        TokenCache::default()
    }

    pub async fn get(&self, auth: &Auth, service: &str) -> Result<Token, AuthError> {
        let cell = self.cell(service);
        cell.get_or_try_init(|| auth.issue(service)).await.cloned()
    }

    fn cell(&self, service: &str) -> Arc<Cell> {
        let mut cells = self.cells.lock().unwrap_or_else(PoisonError::into_inner);
        let cell = cells.entry(service.to_owned()).or_default();
        if cell.get().is_some_and(|token| token.expires <= Instant::now() + EARLY) {
            *cell = Arc::default();
        }
        Arc::clone(cell)
    }
}
