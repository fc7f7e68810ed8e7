//! `search`, solved: a handle that aborts, dropped first, and one permit for all searches.

use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio_util::task::AbortOnDropHandle;
use worlds::{Catalog, Hits};

/// Searches for what was typed last. Dropped, it stops its search.
#[derive(Debug)]
pub struct SearchBox {
    catalog: Catalog,
    turn: Arc<Semaphore>,
    // The handle aborts its task when it is dropped, whoever drops it. The box needs no `Drop` of
    // its own, and so `results` can move the handle out.
    search: Option<AbortOnDropHandle<Hits>>,
}

impl SearchBox {
    /// An empty box: nothing is searched.
    pub fn new(catalog: Catalog) -> SearchBox {
        SearchBox { catalog, turn: Arc::new(Semaphore::new(1)), search: None }
    }

    /// Stops the search of the older query, and begins the search of this one.
    pub fn type_key(&mut self, query: &str) {
        // Before anything is spawned: `self.search = Some(…)` alone would spawn first and abort
        // then.
        self.search = None;
        if query.is_empty() {
            return;
        }
        let (catalog, turn) = (self.catalog.clone(), Arc::clone(&self.turn));
        let query = query.to_owned();
        let search = tokio::spawn(async move {
            // An abort is a request: on another thread the older task may still be at work. It
            // holds the permit until its future is gone.
            let _turn = turn.acquire().await.expect("nobody closes the semaphore");
            catalog.find(&query).await
        });
        self.search = Some(AbortOnDropHandle::new(search));
    }

    /// Waits for the search of the last query, and gives its hits.
    ///
    /// # Cancel safety
    ///
    /// Dropping the call drops the handle, which stops the search.
    pub async fn results(mut self) -> Option<Hits> {
        // Awaited as it is: a plain `JoinHandle`, as `detach` gives it, would let the task go on
        // when the call is dropped. The error can only be a panic here, since nobody aborts.
        self.search.take()?.await.ok()
    }
}
