//! Rejected by: step_3_there_are_never_two_searches
//! Outcome: wrong_answer
//! Why people write it: the newer search is more urgent, so it is spawned first, and then the older one is aborted.

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
        let older = self.search.take();
        if !query.is_empty() {
            let (catalog, query) = (self.catalog.clone(), query.to_owned());
            self.search = Some(tokio::spawn(async move { catalog.find(&query).await }));
        }
        if let Some(older) = older {
            older.abort();
        }
    }

    pub async fn results(mut self) -> Option<Hits> {
        self.search.as_mut()?.await.ok()
    }
}

impl Drop for SearchBox {
    fn drop(&mut self) {
        if let Some(search) = &self.search {
            search.abort();
        }
    }
}
