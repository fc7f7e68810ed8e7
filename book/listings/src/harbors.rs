//! The service that the listings call: harbors that report their water level.

use std::{error::Error, fmt};

use kit::{Gauge, Journal, ms};
use tokio::time::sleep;

use crate::say;

/// Six harbors, each with its own latency. Clones are the same harbors.
#[derive(Debug, Clone, Default)]
pub struct Harbors {
    asked: Gauge,
}

/// A harbor that does not report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoAnswer {
    /// The one that was asked.
    pub harbor: String,
}

impl Harbors {
    /// Harbors that nobody has asked.
    pub fn new() -> Harbors {
        Harbors::default()
    }

    /// The water level in decimeters: after 100 ms in Bergen, 70 in Tromso, 40 elsewhere.
    ///
    /// # Errors
    ///
    /// If there is no such harbor, after 20 ms.
    ///
    /// # Panics
    ///
    /// If asked for Scylla, after 20 ms: there the service crashes.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it answers, the question counts as canceled; nothing else happens.
    pub async fn level(&self, harbor: &str) -> Result<u32, NoAnswer> {
        let (latency, level) = match harbor {
            "bergen" => (100, Ok(12)),
            "tromso" => (70, Ok(15)),
            "molde" => (40, Ok(11)),
            "narvik" => (40, Ok(17)),
            "oslo" => (40, Ok(3)),
            "vardo" => (40, Ok(14)),
            _ => (20, Err(NoAnswer { harbor: harbor.to_owned() })),
        };
        let visit = self.asked.enter();
        let call = say::journal().begin(harbor);
        sleep(ms(latency)).await;
        visit.done();
        match level {
            Ok(_) => call.done(),
            Err(_) => call.failed(),
        }
        if harbor == "scylla" {
            kit::planned_panic("swallowed");
        }
        level
    }

    /// What was asked for and said, and when.
    pub fn journal(&self) -> Journal {
        say::journal()
    }

    /// The largest number of questions that were under way together.
    pub fn most_at_once(&self) -> usize {
        self.asked.most()
    }
}

impl fmt::Display for NoAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} does not answer", self.harbor)
    }
}

impl Error for NoAnswer {}
