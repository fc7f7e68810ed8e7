//! Error: E0728

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
        if let Some(older) = self.search.take() {
            older.abort();
            let _ = older.await;
        }
        if query.is_empty() {
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
