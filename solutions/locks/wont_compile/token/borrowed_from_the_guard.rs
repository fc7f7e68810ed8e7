//! Error: E0515

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use tokio::{sync::OnceCell, time::Instant};
use worlds::{Auth, AuthError, Token};

const EARLY: Duration = Duration::from_secs(30);

#[derive(Debug, Default)]
pub struct TokenCache {
    cells: Mutex<HashMap<String, Cell>>,
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

    fn cell(&self, service: &str) -> &Cell {
        let mut cells = self.cells.lock().unwrap_or_else(PoisonError::into_inner);
        let cell = cells.entry(service.to_owned()).or_default();
        if cell.get().is_some_and(|answer| !is_worth_keeping(answer)) {
            *cell = Cell::new();
        }
        cell
    }
}

fn is_worth_keeping(answer: &Result<Token, AuthError>) -> bool {
    answer.as_ref().is_ok_and(|token| token.expires > Instant::now() + EARLY)
}
