//! Differs by: a plain handle that stays in the box while it is awaited, and a `Drop` that aborts.

use std::sync::Arc;

use tokio::{sync::Semaphore, task::JoinHandle};
use worlds::{Catalog, Hits};

#[derive(Debug)]
pub struct SearchBox {
    catalog: Catalog,
    turn: Arc<Semaphore>,
    search: Option<JoinHandle<Hits>>,
}

impl SearchBox {
    pub fn new(catalog: Catalog) -> SearchBox {
        SearchBox { catalog, turn: Arc::new(Semaphore::new(1)), search: None }
    }

    pub fn type_key(&mut self, query: &str) {
        self.stop();
        if query.is_empty() {
            return;
        }
        let (catalog, query) = (self.catalog.clone(), query.to_owned());
        let turn = Arc::clone(&self.turn);
        self.search = Some(tokio::spawn(async move {
            let _turn = turn.acquire_owned().await.expect("nobody closes it");
            catalog.find(&query).await
        }));
    }

    pub async fn results(mut self) -> Option<Hits> {
        self.search.as_mut()?.await.ok()
    }

    fn stop(&mut self) {
        if let Some(older) = self.search.take() {
            older.abort();
        }
    }
}

impl Drop for SearchBox {
    fn drop(&mut self) {
        self.stop();
    }
}
