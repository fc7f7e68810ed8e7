//! Rejected by: step_2_a_key_stops_the_older_search
//! Outcome: wrong_answer
//! Why people write it: the newer task waits for the older one, so there are never two.

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
        let older = self.search.take();
        if query.is_empty() {
            return;
        }
        let (catalog, query) = (self.catalog.clone(), query.to_owned());
        let search = tokio::spawn(async move {
            if let Some(older) = older {
                let _ = older.await;
            }
            catalog.find(&query).await
        });
        self.search = Some(AbortOnDropHandle::new(search));
    }

    pub async fn results(mut self) -> Option<Hits> {
        self.search.take()?.await.ok()
    }
}
