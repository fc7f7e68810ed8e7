//! The catalog of a library: each query takes its own time, and some bring their task down.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use kit::{Service, ms};

/// How long a query takes if nothing else is said, in milliseconds.
const QUERY: u64 = 10;

/// A scripted catalog. Clones are the same catalog.
#[derive(Debug, Clone, Default)]
pub struct Catalog {
    service: Service,
    scripts: Arc<Mutex<HashMap<String, Script>>>,
}

/// After how many milliseconds a query ends, and with how many books; without them, in a panic.
#[derive(Debug, Clone, Copy)]
struct Script {
    latency: u64,
    found: Option<usize>,
}

/// What a query found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hits {
    /// The query.
    pub query: String,
    /// How many books it found.
    pub found: usize,
}

impl Catalog {
    /// A catalog in which every query finds no book.
    pub fn new() -> Catalog {
        Catalog::default()
    }

    /// Lets `query` find so many books after `millis` milliseconds, instead of none after 10.
    pub fn finds(self, query: &str, found: usize, millis: u64) -> Catalog {
        self.script(query, Script { latency: millis, found: Some(found) })
    }

    /// Panics on `query` after `millis` milliseconds.
    pub fn crashes(self, query: &str, millis: u64) -> Catalog {
        self.script(query, Script { latency: millis, found: None })
    }

    fn script(self, query: &str, script: Script) -> Catalog {
        self.scripts().insert(query.to_owned(), script);
        self
    }

    /// Finds the books of a query.
    ///
    /// # Panics
    ///
    /// If the script says that this query crashes.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it answers, the query is given up.
    pub async fn find(&self, query: &str) -> Hits {
        let usual = Script { latency: QUERY, found: Some(0) };
        let script = self.scripts().get(query).copied().unwrap_or(usual);
        let found = self.service.call(query, ms(script.latency), script.found.ok_or(())).await;
        match found {
            Ok(found) => Hits::of(query, found),
            Err(()) => kit::planned_panic("the index is broken"),
        }
    }

    /// The queries that began so far, in this order, each with the millisecond in which it began.
    pub fn asked(&self) -> Vec<(u64, String)> {
        let calls = self.service.journal().trace().calls;
        calls.into_iter().map(|call| (call.from, call.name)).collect()
    }

    /// The largest number of queries that were under way together.
    pub fn most_at_once(&self) -> usize {
        self.service.gauge().most()
    }

    /// How many queries came to their end.
    pub fn finished(&self) -> usize {
        self.service.gauge().finished()
    }

    /// How many queries were given up before they came to their end.
    pub fn canceled(&self) -> usize {
        self.service.gauge().canceled()
    }

    /// How many queries are under way.
    pub fn under_way(&self) -> usize {
        self.service.gauge().now()
    }

    fn scripts(&self) -> MutexGuard<'_, HashMap<String, Script>> {
        // Every change is one insertion: a panic leaves the map whole.
        self.scripts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Hits {
    /// `found` books for `query`.
    pub fn of(query: &str, found: usize) -> Hits {
        Hits { query: query.to_owned(), found }
    }
}
