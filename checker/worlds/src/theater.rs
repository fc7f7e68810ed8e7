//! A theater: parts that start before the doors open and stop after they close.

use std::{error::Error, fmt, time::Duration};

use kit::{Journal, ms};
use tokio::time::sleep;

/// A theater's book of what was started and stopped. Clones are the same book.
#[derive(Debug, Clone, Default)]
pub struct Theater {
    journal: Journal,
}

/// A part of the theater: power, lights, sound. Clones are the same part.
#[derive(Clone)]
pub struct Part {
    journal: Journal,
    name: String,
    starting: Duration,
    stopping: Duration,
    starts: bool,
    stops: bool,
}

/// Why a part is not at work, or not at rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartError {
    /// The part.
    pub part: String,
    /// What went wrong.
    pub reason: String,
}

impl Theater {
    /// A theater in which nothing has been started.
    pub fn new() -> Theater {
        Theater::default()
    }

    /// A part that takes `starting` milliseconds to start and `stopping` to stop.
    pub fn part(&self, name: &str, starting: u64, stopping: u64) -> Part {
        Part {
            journal: self.journal.clone(),
            name: name.to_owned(),
            starting: ms(starting),
            stopping: ms(stopping),
            starts: true,
            stops: true,
        }
    }

    /// What happened so far, a line each: `power starts`, `power is on`, `power stops`,
    /// `power is off`.
    pub fn lines(&self) -> Vec<String> {
        self.journal.lines()
    }

    /// The same with the millisecond of each line.
    pub fn timed_lines(&self) -> Vec<(u64, String)> {
        self.journal.marks()
    }
}

impl Part {
    /// The same part, but its start fails after its time.
    pub fn fails_to_start(mut self) -> Part {
        self.starts = false;
        self
    }

    /// The same part, but its stop fails after its time.
    pub fn fails_to_stop(mut self) -> Part {
        self.stops = false;
        self
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Starts it.
    ///
    /// # Errors
    ///
    /// If it does not start; then there is nothing to stop.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it is on, the part is neither on nor off.
    pub async fn start(&self) -> Result<(), PartError> {
        self.note("starts");
        sleep(self.starting).await;
        if !self.starts {
            return Err(PartError::of(&self.name, "does not start"));
        }
        self.note("is on");
        Ok(())
    }

    /// Stops it.
    ///
    /// # Errors
    ///
    /// If it does not stop.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it is off, the part is left as it is.
    pub async fn stop(&self) -> Result<(), PartError> {
        self.note("stops");
        sleep(self.stopping).await;
        if !self.stops {
            return Err(PartError::of(&self.name, "does not stop"));
        }
        self.note("is off");
        Ok(())
    }

    fn note(&self, what: &str) {
        self.journal.mark(format!("{} {what}", self.name));
    }
}

/// Its name: that is what a list of parts is read for.
impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl PartError {
    /// What is wrong with `part`.
    pub fn of(part: &str, reason: &str) -> PartError {
        PartError { part: part.to_owned(), reason: reason.to_owned() }
    }
}

impl fmt::Display for PartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.part, self.reason)
    }
}

impl Error for PartError {}
