//! An intranet: pages that lead to other pages, each fetched in its own time.

use std::{
    collections::HashMap,
    error::Error,
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use kit::{Service, ms};

/// A scripted intranet. Clones are the same one.
#[derive(Debug, Clone, Default)]
pub struct Intranet {
    service: Service,
    pages: Arc<Mutex<HashMap<String, Script>>>,
}

/// What a fetch answers, and after how many milliseconds.
#[derive(Debug, Clone)]
struct Script {
    latency: u64,
    answer: Result<Vec<String>, PageError>,
}

/// Why a page could not be fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageError {
    /// The path of the page.
    pub path: String,
    /// What went wrong.
    pub reason: String,
}

impl Intranet {
    /// An intranet without pages.
    pub fn new() -> Intranet {
        Intranet::default()
    }

    /// Adds a page that is fetched in `millis` milliseconds, with the links that stand on it.
    pub fn page(self, path: &str, millis: u64, links: &[&str]) -> Intranet {
        let links = links.iter().map(|link| (*link).to_owned()).collect();
        self.script(path, millis, Ok(links))
    }

    /// Adds a page that cannot be fetched, which takes `millis` milliseconds.
    pub fn broken(self, path: &str, millis: u64) -> Intranet {
        self.script(path, millis, Err(PageError::of(path)))
    }

    fn script(self, path: &str, latency: u64, answer: Result<Vec<String>, PageError>) -> Intranet {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.insert(path.to_owned(), Script { latency, answer });
        drop(pages);
        self
    }

    /// Fetches a page, and gives the links on it in their order.
    ///
    /// # Errors
    ///
    /// If the page is broken, after its time, or there is no such page, at once.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future gives the fetch up; nothing else happens.
    pub async fn fetch(&self, path: &str) -> Result<Vec<String>, PageError> {
        let script = self.script_of(path);
        self.service.call(path, ms(script.latency), script.answer).await
    }

    fn script_of(&self, path: &str) -> Script {
        let pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.get(path).cloned().unwrap_or_else(|| {
            let reason = "no such page".to_owned();
            Script { latency: 0, answer: Err(PageError { path: path.to_owned(), reason }) }
        })
    }

    /// The paths fetched so far, in the order in which the fetches began.
    pub fn fetched(&self) -> Vec<String> {
        self.service.journal().calls()
    }

    /// The largest number of fetches that were under way together.
    pub fn most_at_once(&self) -> usize {
        self.service.gauge().most()
    }

    /// How many fetches are under way.
    pub fn under_way(&self) -> usize {
        self.service.gauge().now()
    }
}

impl PageError {
    /// What the fetch of a broken page gives.
    pub fn of(path: &str) -> PageError {
        PageError { path: path.to_owned(), reason: "the server is down".to_owned() }
    }
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.reason)
    }
}

impl Error for PageError {}
