//! Rejected by: step_3_there_are_never_two_searches
//! Outcome: wrong_answer
//! Why people write it: the handle aborts its task when it is overwritten, which happens after the newer task was spawned.

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
        let (catalog, query) = (self.catalog.clone(), query.to_owned());
        let search = tokio::spawn(async move { catalog.find(&query).await });
        self.search = Some(AbortOnDropHandle::new(search));
    }

    pub async fn results(mut self) -> Option<Hits> {
        self.search.take()?.await.ok()
    }
}
