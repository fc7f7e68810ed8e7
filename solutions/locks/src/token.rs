//! `token`, solved: a cell for each request, and a lock held only to choose the cell.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::{sync::OnceCell, time::Instant};
use worlds::{Auth, AuthError, Token};

/// How long before its end a token is renewed.
const EARLY: Duration = Duration::from_secs(30);

/// Keeps one token for each service.
#[derive(Debug, Default)]
pub struct TokenCache {
    cells: Mutex<HashMap<String, Arc<Cell>>>,
}

/// What one request gives: empty until it has ended.
type Cell = OnceCell<Result<Token, AuthError>>;

impl TokenCache {
    /// A cache without tokens.
    pub fn new() -> TokenCache {
        TokenCache::default()
    }

    /// Gives a token for `service`.
    ///
    /// # Errors
    ///
    /// If the request that the call waited for has failed.
    ///
    /// # Cancel safety
    ///
    /// If the caller who asks is dropped, the next one in the cell's queue asks.
    pub async fn get(&self, auth: &Auth, service: &str) -> Result<Token, AuthError> {
        let cell = self.cell(service);
        // The first caller asks, the others wait. An error fills the cell as well: with
        // `get_or_try_init` each of them would ask in turn, and the last one would hear of a dead
        // server after twenty requests.
        cell.get_or_init(|| auth.issue(service)).await.clone()
    }

    /// The cell of the request that is under way, or whose token still serves; or else a new one.
    fn cell(&self, service: &str) -> Arc<Cell> {
        // A lock of the standard library: nothing is awaited under it, so no service waits.
        let mut cells = self.cells.lock().unwrap_or_else(PoisonError::into_inner);
        let cell = cells.entry(service.to_owned()).or_default();
        // Looked at and replaced under one lock: of twenty callers who find an old token, the first
        // one brings the new cell and the others find it. Whoever waits at the old cell keeps it.
        if cell.get().is_some_and(|answer| !is_worth_keeping(answer)) {
            *cell = Arc::default();
        }
        Arc::clone(cell)
    }
}

fn is_worth_keeping(answer: &Result<Token, AuthError>) -> bool {
    answer.as_ref().is_ok_and(|token| token.expires > Instant::now() + EARLY)
}
