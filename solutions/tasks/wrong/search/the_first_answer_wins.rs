//! Rejected by: step_4_only_the_last_query_counts
//! Outcome: wrong_answer
//! Why people write it: the tasks put their hits into one place, and whatever is there is taken.

use std::sync::{Arc, Mutex, PoisonError};

use tokio_util::task::AbortOnDropHandle;
use worlds::{Catalog, Hits};

#[derive(Debug)]
pub struct SearchBox {
    catalog: Catalog,
    found: Arc<Mutex<Option<Hits>>>,
    search: Option<AbortOnDropHandle<()>>,
}

impl SearchBox {
    pub fn new(catalog: Catalog) -> SearchBox {
        SearchBox { catalog, found: Arc::default(), search: None }
    }

    pub fn type_key(&mut self, query: &str) {
        self.search = None;
        if query.is_empty() {
            return;
        }
        let (catalog, query) = (self.catalog.clone(), query.to_owned());
        let found = Arc::clone(&self.found);
        self.search = Some(AbortOnDropHandle::new(tokio::spawn(async move {
            let hits = catalog.find(&query).await;
            *found.lock().unwrap_or_else(PoisonError::into_inner) = Some(hits);
        })));
    }

    pub async fn results(mut self) -> Option<Hits> {
        let found = self.found.lock().unwrap_or_else(PoisonError::into_inner).take();
        if found.is_some() {
            return found;
        }
        self.search.take()?.await.ok();
        self.found.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}
