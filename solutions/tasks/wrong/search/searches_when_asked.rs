//! Rejected by: step_1_a_search_begins_with_its_key
//! Outcome: wrong_answer
//! Why people write it: the future is kept, and whoever wants the hits awaits it.

use futures::future::{BoxFuture, FutureExt};
use worlds::{Catalog, Hits};

pub struct SearchBox {
    catalog: Catalog,
    search: Option<BoxFuture<'static, Hits>>,
}

impl SearchBox {
    pub fn new(catalog: Catalog) -> SearchBox {
        SearchBox { catalog, search: None }
    }

    pub fn type_key(&mut self, query: &str) {
        let (catalog, query) = (self.catalog.clone(), query.to_owned());
        self.search = match query.is_empty() {
            true => None,
            false => Some(async move { catalog.find(&query).await }.boxed()),
        };
    }

    pub async fn results(self) -> Option<Hits> {
        Some(self.search?.await)
    }
}
