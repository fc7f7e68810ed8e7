//! Rejected by: step_1_a_search_begins_with_its_key
//! Outcome: wrong_answer
//! Why people write it: an abort handle serves the `Drop`, and the box is dropped before the task is awaited.

use tokio::task::{AbortHandle, JoinHandle};
use worlds::{Catalog, Hits};

#[derive(Debug)]
pub struct SearchBox {
    catalog: Catalog,
    search: Option<JoinHandle<Hits>>,
    stop: Option<AbortHandle>,
}

impl SearchBox {
    pub fn new(catalog: Catalog) -> SearchBox {
        SearchBox { catalog, search: None, stop: None }
    }

    pub fn type_key(&mut self, query: &str) {
        if let Some(older) = self.stop.take() {
            older.abort();
        }
        self.search = None;
        if query.is_empty() {
            return;
        }
        let (catalog, query) = (self.catalog.clone(), query.to_owned());
        let search = tokio::spawn(async move { catalog.find(&query).await });
        self.stop = Some(search.abort_handle());
        self.search = Some(search);
    }

    pub async fn results(mut self) -> Option<Hits> {
        let search = self.search.take();
        drop(self);
        search?.await.ok()
    }
}

impl Drop for SearchBox {
    fn drop(&mut self) {
        if let Some(stop) = &self.stop {
            stop.abort();
        }
    }
}
