//! A network of pages: each answers after its own time.

use std::{
    collections::HashMap,
    error::Error,
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use kit::{Service, ms};

/// A scripted network. Clones are the same network.
#[derive(Debug, Clone, Default)]
pub struct Net {
    service: Service,
    sites: Arc<Mutex<HashMap<String, Site>>>,
}

/// What a url answers, and after how many milliseconds.
#[derive(Debug, Clone)]
struct Site {
    latency: u64,
    answer: Result<Page, NetError>,
}

/// What a fetch gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The url that was fetched.
    pub url: String,
}

/// Why a fetch failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetError {
    /// The url that was fetched.
    pub url: String,
    /// What went wrong.
    pub reason: String,
}

impl Net {
    /// A network without pages: every url is unknown.
    pub fn new() -> Net {
        Net::default()
    }

    /// Adds a page that answers after `millis` milliseconds.
    pub fn page(self, url: &str, millis: u64) -> Net {
        self.site(url, millis, Ok(Page::of(url)))
    }

    /// Adds a url that fails after `millis` milliseconds.
    pub fn broken(self, url: &str, millis: u64) -> Net {
        self.site(url, millis, Err(NetError::of(url)))
    }

    fn site(self, url: &str, latency: u64, answer: Result<Page, NetError>) -> Net {
        let mut sites = self.sites.lock().unwrap_or_else(PoisonError::into_inner);
        sites.insert(url.to_owned(), Site { latency, answer });
        drop(sites);
        self
    }

    /// Fetches one url.
    ///
    /// # Errors
    ///
    /// If the url is broken, after its time, or unknown, at once.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future gives the fetch up; nothing else happens.
    pub async fn get(&self, url: &str) -> Result<Page, NetError> {
        let site = self.answer_to(url);
        self.service.call(url, ms(site.latency), site.answer).await
    }

    fn answer_to(&self, url: &str) -> Site {
        let sites = self.sites.lock().unwrap_or_else(PoisonError::into_inner);
        sites.get(url).cloned().unwrap_or_else(|| Site {
            latency: 0,
            answer: Err(NetError { url: url.to_owned(), reason: "no such page".to_owned() }),
        })
    }

    /// The largest number of fetches that were under way together.
    pub fn most_at_once(&self) -> usize {
        self.service.gauge().most()
    }

    /// The urls fetched so far, in the order in which the fetches began.
    pub fn fetched(&self) -> Vec<String> {
        self.service.journal().calls()
    }

    /// How many fetches were dropped before they answered.
    pub fn canceled(&self) -> usize {
        self.service.gauge().canceled()
    }

    /// How many fetches are under way.
    pub fn under_way(&self) -> usize {
        self.service.gauge().now()
    }
}

impl Page {
    /// The page at `url`.
    pub fn of(url: &str) -> Page {
        Page { url: url.to_owned() }
    }
}

impl NetError {
    /// What a broken `url` gives.
    pub fn of(url: &str) -> NetError {
        NetError { url: url.to_owned(), reason: "connection reset".to_owned() }
    }
}

impl fmt::Display for NetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.url, self.reason)
    }
}

impl Error for NetError {}
