//! Rejected by: step_2_a_key_stops_the_older_search
//! Outcome: wrong_answer
//! Why people write it: a number tells the older searches that their hits are of no use any more.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use tokio_util::task::AbortOnDropHandle;
use worlds::{Catalog, Hits};

#[derive(Debug)]
pub struct SearchBox {
    catalog: Catalog,
    newest: Arc<AtomicUsize>,
    searches: Vec<AbortOnDropHandle<Option<Hits>>>,
}

impl SearchBox {
    pub fn new(catalog: Catalog) -> SearchBox {
        SearchBox { catalog, newest: Arc::default(), searches: Vec::new() }
    }

    pub fn type_key(&mut self, query: &str) {
        let number = self.newest.fetch_add(1, Ordering::SeqCst) + 1;
        if query.is_empty() {
            self.searches.clear();
            return;
        }
        let (catalog, query) = (self.catalog.clone(), query.to_owned());
        let newest = Arc::clone(&self.newest);
        let search = tokio::spawn(async move {
            let hits = catalog.find(&query).await;
            (newest.load(Ordering::SeqCst) == number).then_some(hits)
        });
        self.searches.push(AbortOnDropHandle::new(search));
    }

    pub async fn results(mut self) -> Option<Hits> {
        self.searches.pop()?.await.ok().flatten()
    }
}
