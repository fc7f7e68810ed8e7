//! The berths of a quay: they are leased for a while, renewed, and given back.

use std::{error::Error, fmt, time::Duration};

use kit::{Gauge, Service, ms};

/// How long it takes to lease a berth, and to give it back, in milliseconds.
const PAPERS: u64 = 10;

/// A scripted quay. Clones are the same quay.
#[derive(Debug, Clone, Default)]
pub struct Quay {
    leases: Service,
    granted: Gauge,
    renewals: Service,
    releases: Service,
    script: Script,
}

/// What is special about a quay.
#[derive(Debug, Clone, Default)]
struct Script {
    taken: Vec<String>,
    renewal: u64,
    lost_at: Option<usize>,
}

/// The right to a berth, until it is given back, or until it was not renewed in time. Clones are
/// the same lease.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lease {
    /// The name of the berth.
    pub berth: String,
    /// For how long it is given, and renewed.
    pub ttl: Duration,
}

/// Why there is no lease.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeaseError {
    /// Somebody else has the berth.
    Taken,
    /// It was given to somebody else.
    Lost,
}

impl Quay {
    /// A quay whose berths are free, and whose renewals take no time.
    pub fn new() -> Quay {
        Quay::default()
    }

    /// Somebody else has this berth.
    pub fn taken(mut self, berth: &str) -> Quay {
        self.script.taken.push(berth.to_owned());
        self
    }

    /// Lets a renewal take `millis` milliseconds.
    pub fn renews_in(mut self, millis: u64) -> Quay {
        self.script.renewal = millis;
        self
    }

    /// The `number`-th renewal, from 1 on, comes too late: the lease is lost, and stays so.
    pub fn loses_at(mut self, number: usize) -> Quay {
        self.script.lost_at = Some(number);
        self
    }

    /// Leases a berth for 90 ms. It takes 10 ms.
    ///
    /// # Errors
    ///
    /// If somebody else has it.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it answers, nothing is leased.
    pub async fn lease(&self, berth: &str) -> Result<Lease, LeaseError> {
        let is_taken = self.script.taken.iter().any(|taken| taken == berth);
        let answer = if is_taken { Err(LeaseError::Taken) } else { Ok(()) };
        self.leases.call(&format!("lease {berth}"), ms(PAPERS), answer).await?;
        self.granted.enter().done();
        Ok(Lease { berth: berth.to_owned(), ttl: ms(90) })
    }

    /// Renews a lease for its whole time, from now on.
    ///
    /// # Errors
    ///
    /// If the lease is lost.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it answers, the lease may be renewed or not.
    pub async fn renew(&self, lease: &Lease) -> Result<(), LeaseError> {
        let number = self.renewals.gauge().started() + 1;
        let is_lost = self.script.lost_at.is_some_and(|lost_at| number >= lost_at);
        let answer = if is_lost { Err(LeaseError::Lost) } else { Ok(()) };
        let name = format!("renew {}", lease.berth);
        self.renewals.call(&name, ms(self.script.renewal), answer).await
    }

    /// Gives a lease back. It takes 10 ms.
    ///
    /// # Cancel safety
    ///
    /// None: dropped before it ends, nobody can have the berth until the lease has run out.
    pub async fn release(&self, lease: &Lease) {
        let name = format!("release {}", lease.berth);
        let _: Result<(), LeaseError> = self.releases.call(&name, ms(PAPERS), Ok(())).await;
    }

    /// How many leases were given.
    pub fn leased(&self) -> usize {
        self.granted.finished()
    }

    /// The milliseconds in which renewals began, one after the other.
    pub fn renewals(&self) -> Vec<u64> {
        self.renewals.journal().trace().calls.iter().map(|call| call.from).collect()
    }

    /// How many releases began.
    pub fn releases(&self) -> usize {
        self.releases.gauge().started()
    }

    /// How many leases were given back.
    pub fn released(&self) -> usize {
        self.releases.gauge().finished()
    }
}

impl fmt::Display for LeaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LeaseError::Taken => "the berth is taken",
            LeaseError::Lost => "the lease is lost",
        })
    }
}

impl Error for LeaseError {}
