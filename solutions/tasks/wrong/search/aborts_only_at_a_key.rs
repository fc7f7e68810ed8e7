//! Rejected by: step_6_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: every key stops the older search, and the last one has nobody after it.

use tokio::task::JoinHandle;
use worlds::{Catalog, Hits};

#[derive(Debug)]
pub struct SearchBox {
    catalog: Catalog,
    search: Option<JoinHandle<Hits>>,
}

impl SearchBox {
    pub fn new(catalog: Catalog) -> SearchBox {
        SearchBox { catalog, search: None }
    }

    pub fn type_key(&mut self, query: &str) {
        if let Some(older) = self.search.take() {
            older.abort();
        }
        if query.is_empty() {
            return;
        }
        let (catalog, query) = (self.catalog.clone(), query.to_owned());
        self.search = Some(tokio::spawn(async move { catalog.find(&query).await }));
    }

    pub async fn results(mut self) -> Option<Hits> {
        self.search.take()?.await.ok()
    }
}
