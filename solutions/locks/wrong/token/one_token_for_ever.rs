//! Rejected by: step_3_a_token_is_renewed_30_s_before_it_expires
//! Outcome: wrong_answer
//! Why people write it: a cell that is filled once keeps the token, and nobody looks at its end.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::OnceCell;
use worlds::{Auth, AuthError, Token};

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
        cell.get_or_init(|| auth.issue(service)).await.clone()
    }

    fn cell(&self, service: &str) -> Arc<Cell> {
        let mut cells = self.cells.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(cells.entry(service.to_owned()).or_default())
    }
}
