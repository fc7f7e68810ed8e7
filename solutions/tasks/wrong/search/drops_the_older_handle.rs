//! Rejected by: step_2_a_key_stops_the_older_search
//! Outcome: wrong_answer
//! Why people write it: the handle of the older search is dropped, and its task is taken to end with it.

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
        self.search = None;
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

impl Drop for SearchBox {
    fn drop(&mut self) {
        if let Some(search) = &self.search {
            search.abort();
        }
    }
}
