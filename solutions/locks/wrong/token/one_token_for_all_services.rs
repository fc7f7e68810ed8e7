//! Rejected by: step_4_services_do_not_wait_for_each_other
//! Outcome: wrong_answer
//! Why people write it: there is one token, and the service is only passed on.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::{sync::OnceCell, time::Instant};
use worlds::{Auth, AuthError, Token};

const EARLY: Duration = Duration::from_secs(30);

#[derive(Debug, Default)]
pub struct TokenCache {
    cell: Mutex<Arc<Cell>>,
}

type Cell = OnceCell<Result<Token, AuthError>>;

impl TokenCache {
    pub fn new() -> TokenCache {
        TokenCache::default()
    }

    pub async fn get(&self, auth: &Auth, service: &str) -> Result<Token, AuthError> {
        let cell = self.cell();
        cell.get_or_init(|| auth.issue(service)).await.clone()
    }

    fn cell(&self) -> Arc<Cell> {
        let mut cell = self.cell.lock().unwrap_or_else(PoisonError::into_inner);
        if cell.get().is_some_and(|answer| !is_worth_keeping(answer)) {
            *cell = Arc::default();
        }
        Arc::clone(&cell)
    }
}

fn is_worth_keeping(answer: &Result<Token, AuthError>) -> bool {
    answer.as_ref().is_ok_and(|token| token.expires > Instant::now() + EARLY)
}
