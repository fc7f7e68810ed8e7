//! Rejected by: step_4_only_the_last_query_counts
//! Outcome: wrong_answer
//! Why people write it: a search that has ended needs no stop, and its hits are already there.

use tokio_util::task::AbortOnDropHandle;
use worlds::{Catalog, Hits};

#[derive(Debug)]
pub struct SearchBox {
    catalog: Catalog,
    search: Option<AbortOnDropHandle<Hits>>,
}

impl SearchBox {
    pub fn new(catalog: Catalog) -> SearchBox {
        SearchBox { catalog, search: None }
    }

    pub fn type_key(&mut self, query: &str) {
        if query.is_empty() {
            self.search = None;
            return;
        }
        if self.search.as_ref().is_some_and(|older| older.is_finished()) {
            return;
        }
        self.search = None;
        let (catalog, query) = (self.catalog.clone(), query.to_owned());
        let search = tokio::spawn(async move { catalog.find(&query).await });
        self.search = Some(AbortOnDropHandle::new(search));
    }

    pub async fn results(mut self) -> Option<Hits> {
        self.search.take()?.await.ok()
    }
}
