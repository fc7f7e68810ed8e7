//! Error: E0308

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

type Cell = OnceCell<Result<Token, AuthError>>;

impl TokenCache {
    pub fn new() -> TokenCache {
        TokenCache::default()
    }

    pub async fn get(&self, auth: &Auth, service: &str) -> Result<Token, AuthError> {
        let cell = self.cell(service);
        cell.get_or_init(|| auth.issue(service)).await
    }

    fn cell(&self, service: &str) -> Arc<Cell> {
        let mut cells = self.cells.lock().unwrap_or_else(PoisonError::into_inner);
        let cell = cells.entry(service.to_owned()).or_default();
        if cell.get().is_some_and(|answer| !is_worth_keeping(answer)) {
            *cell = Arc::default();
        }
        Arc::clone(cell)
    }
}

fn is_worth_keeping(answer: &Result<Token, AuthError>) -> bool {
    answer.as_ref().is_ok_and(|token| token.expires > Instant::now() + EARLY)
}
