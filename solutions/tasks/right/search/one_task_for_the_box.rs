//! Differs by: one task that searches for what a channel holds, and drops its own search when that changes.

use std::panic::AssertUnwindSafe;

use futures::FutureExt;
use tokio::sync::watch;
use tokio_util::task::AbortOnDropHandle;
use worlds::{Catalog, Hits};

#[derive(Debug)]
pub struct SearchBox {
    catalog: Catalog,
    typing: Option<Typing>,
}

#[derive(Debug)]
struct Typing {
    queries: watch::Sender<String>,
    searcher: AbortOnDropHandle<Option<Hits>>,
}

impl SearchBox {
    pub fn new(catalog: Catalog) -> SearchBox {
        SearchBox { catalog, typing: None }
    }

    pub fn type_key(&mut self, query: &str) {
        let typing = self.typing.get_or_insert_with(|| {
            let (queries, typed) = watch::channel(String::new());
            let searcher = tokio::spawn(search_newest(self.catalog.clone(), typed));
            Typing { queries, searcher: AbortOnDropHandle::new(searcher) }
        });
        typing.queries.send_replace(query.to_owned());
    }

    pub async fn results(self) -> Option<Hits> {
        let Typing { queries, searcher } = self.typing?;
        if queries.borrow().is_empty() {
            return None;
        }
        drop(queries);
        searcher.await.ok().flatten()
    }
}

async fn search_newest(catalog: Catalog, mut typed: watch::Receiver<String>) -> Option<Hits> {
    let mut hits = None;
    while typed.changed().await.is_ok() {
        let mut query = typed.borrow_and_update().clone();
        hits = loop {
            if query.is_empty() {
                break None;
            }
            let search = AssertUnwindSafe(catalog.find(&query)).catch_unwind();
            tokio::select! {
                biased;
                Ok(()) = typed.changed() => query = typed.borrow_and_update().clone(),
                found = search => break found.ok(),
            }
        };
    }
    hits
}
