//! A gate: every visitor is checked, and some are refused.

use std::{
    collections::HashMap,
    error::Error,
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use kit::{Service, ms};

/// A scripted gate. Clones are the same gate.
#[derive(Debug, Clone, Default)]
pub struct Gate {
    service: Service,
    guests: Arc<Mutex<HashMap<String, Guest>>>,
}

/// How a check ends, and after how many milliseconds.
#[derive(Debug, Clone)]
struct Guest {
    latency: u64,
    answer: Result<(), Refused>,
}

/// The gate did not let a visitor in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Who was refused.
    pub visitor: String,
}

impl Gate {
    /// A gate that lets everybody in after 5 ms.
    pub fn new() -> Gate {
        Gate::default()
    }

    /// Lets `visitor` in after `millis` milliseconds.
    pub fn admits(self, visitor: &str, millis: u64) -> Gate {
        self.guest(visitor, millis, Ok(()))
    }

    /// Refuses `visitor` after `millis` milliseconds.
    pub fn refuses(self, visitor: &str, millis: u64) -> Gate {
        self.guest(visitor, millis, Err(Refused::visitor(visitor)))
    }

    fn guest(self, visitor: &str, latency: u64, answer: Result<(), Refused>) -> Gate {
        let mut guests = self.guests.lock().unwrap_or_else(PoisonError::into_inner);
        guests.insert(visitor.to_owned(), Guest { latency, answer });
        drop(guests);
        self
    }

    /// Checks one visitor.
    ///
    /// # Errors
    ///
    /// If the visitor is refused, after their time.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future gives the check up; nothing else happens.
    pub async fn check(&self, visitor: &str) -> Result<(), Refused> {
        let guest = self.answer_to(visitor);
        self.service.call(visitor, ms(guest.latency), guest.answer).await
    }

    fn answer_to(&self, visitor: &str) -> Guest {
        let guests = self.guests.lock().unwrap_or_else(PoisonError::into_inner);
        guests.get(visitor).cloned().unwrap_or(Guest { latency: 5, answer: Ok(()) })
    }

    /// The largest number of checks that were under way together.
    pub fn most_at_once(&self) -> usize {
        self.service.gauge().most()
    }

    /// The visitors checked so far, in the order in which the checks began.
    pub fn checked(&self) -> Vec<String> {
        self.service.journal().calls()
    }

    /// How many checks were dropped before their end.
    pub fn canceled(&self) -> usize {
        self.service.gauge().canceled()
    }

    /// How many checks are under way.
    pub fn under_way(&self) -> usize {
        self.service.gauge().now()
    }
}

impl Refused {
    /// What the gate says to a `visitor` who is refused.
    pub fn visitor(visitor: &str) -> Refused {
        Refused { visitor: visitor.to_owned() }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is refused", self.visitor)
    }
}

impl Error for Refused {}
