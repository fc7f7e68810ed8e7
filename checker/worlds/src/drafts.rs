//! A store for drafts: each save takes a while, and some fail.

use std::{
    collections::HashSet,
    error::Error,
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use kit::{Service, ms};

/// A scripted store. Clones are the same store.
#[derive(Debug, Clone)]
pub struct Drafts {
    service: Service,
    latency: u64,
    refused: Arc<Mutex<HashSet<String>>>,
}

/// Why a text was not saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftsError {
    /// The text.
    pub text: String,
}

impl Drafts {
    /// A store in which a save takes `millis` milliseconds.
    pub fn new(millis: u64) -> Drafts {
        Drafts { service: Service::new(), latency: millis, refused: Arc::default() }
    }

    /// Every save of this text fails, after the time of a save.
    pub fn refuses(self, text: &str) -> Drafts {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner).insert(text.to_owned());
        self
    }

    /// Saves a text in place of the one before.
    ///
    /// # Errors
    ///
    /// If the script says so, after the time of a save.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it answers, the draft may be half written.
    pub async fn save(&self, text: &str) -> Result<(), DraftsError> {
        let is_refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner).contains(text);
        let answer = if is_refused { Err(DraftsError::of(text)) } else { Ok(()) };
        self.service.call(text, ms(self.latency), answer).await
    }

    /// What was to be saved so far, in the order in which the saves began, each with the
    /// millisecond in which it began.
    pub fn saves(&self) -> Vec<(u64, String)> {
        let calls = self.service.journal().trace().calls;
        calls.into_iter().map(|call| (call.from, call.name)).collect()
    }

    /// The largest number of saves that were under way together.
    pub fn most_at_once(&self) -> usize {
        self.service.gauge().most()
    }

    /// How many saves came to their end.
    pub fn finished(&self) -> usize {
        self.service.gauge().finished()
    }

    /// How many saves were dropped before they came to their end.
    pub fn canceled(&self) -> usize {
        self.service.gauge().canceled()
    }
}

impl DraftsError {
    /// What a refused save of `text` gives.
    pub fn of(text: &str) -> DraftsError {
        DraftsError { text: text.to_owned() }
    }
}

impl fmt::Display for DraftsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` was not saved", self.text)
    }
}

impl Error for DraftsError {}
