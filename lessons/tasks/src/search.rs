//! # Cancel the older: search as you type
//!
//! A reader types into the search box of a library, and every key begins a search. Nobody wants
//! the books of the older query any more: its search must stop, or ten keys are ten searches in
//! the catalog, and the slowest one may answer last.
//!
//! The field `search` has a shape that stops its task by itself. With an `impl Drop for SearchBox`
//! instead, no field could be moved out of `self` any more (E0509).
//!
//! - Read: `lessons/tasks/README.md`
//! - Check: `cargo test -p tasks search` or `cargo checker run tasks/search`
//! - Hint: `cargo checker hint tasks/search`
//! - Toolbox: `tokio_util::task::AbortOnDropHandle`, `Option::take`, `AbortOnDropHandle::detach`,
//!   `tokio::sync::Semaphore`; one of them is a trap here
//! - Needs: `Option`, `mut self`, when a value is dropped

use tokio_util::task::AbortOnDropHandle;
use worlds::{Catalog, Hits};

/// Searches for what was typed last. Its private fields may change.
///
/// Dropped, it stops its search.
#[derive(Debug)]
pub struct SearchBox {
    catalog: Catalog,
    search: Option<AbortOnDropHandle<Hits>>,
}

impl SearchBox {
    /// An empty box: nothing is searched.
    pub fn new(catalog: Catalog) -> SearchBox {
        SearchBox { catalog, search: None }
    }

    /// Takes the whole query as it stands after a key: stops the search of the older one, and
    /// begins the search of this one, whether anybody waits for its hits or not. Every key counts,
    /// also one that leaves the query as it was.
    ///
    /// A search begins when nothing of the older one is left: there are never two in the catalog.
    /// One that is stopped before it has begun never begins. An empty query stops the older search
    /// and begins none.
    ///
    /// It never waits, and is called where a runtime is running.
    pub fn type_key(&mut self, query: &str) {
        let _ = (&self.catalog, &self.search);
        todo!("stop the older search and begin one for {query:?}")
    }

    /// Waits for the search of the last query, and gives its hits; `None` if the last query was
    /// empty or none was typed, and if its search panicked.
    ///
    /// # Cancel safety
    ///
    /// Dropping the call stops the search, as dropping the box does.
    pub async fn results(self) -> Option<Hits> {
        todo!("wait for what {self:?} searches")
    }
}
