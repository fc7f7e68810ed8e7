//! Rejected by: step_5_without_a_search_there_are_no_hits
//! Outcome: wrong_answer
//! Why people write it: nobody aborts the newest search, so it is expected to give its hits.

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
        self.search = None;
        if query.is_empty() {
            return;
        }
        let (catalog, query) = (self.catalog.clone(), query.to_owned());
        let search = tokio::spawn(async move { catalog.find(&query).await });
        self.search = Some(AbortOnDropHandle::new(search));
    }

    pub async fn results(mut self) -> Option<Hits> {
        Some(self.search.take()?.await.expect("nobody aborts the newest search"))
    }
}
