//! A farm of build machines: each package takes its own time, fails, or crashes its machine.

use std::{
    collections::HashMap,
    error::Error,
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use kit::{Service, ms};

/// A scripted build farm. Clones are the same farm.
#[derive(Debug, Clone, Default)]
pub struct Farm {
    service: Service,
    plans: Arc<Mutex<HashMap<String, Plan>>>,
}

/// How the build of a package goes, and after how many milliseconds it ends.
#[derive(Debug, Clone, Copy)]
struct Plan {
    latency: u64,
    ending: Ending,
}

#[derive(Debug, Clone, Copy)]
enum Ending {
    Built,
    Failed,
    Crashed,
    CrashedOnce,
}

/// What a build gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binary {
    /// The package it was built from.
    pub package: String,
}

/// Why there is no binary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuildError {
    /// The package.
    pub package: String,
    /// What went wrong.
    pub reason: String,
}

impl Farm {
    /// A farm that knows no package: every build fails at once.
    pub fn new() -> Farm {
        Farm::default()
    }

    /// Adds a package that is built in `millis` milliseconds.
    pub fn builds(self, package: &str, millis: u64) -> Farm {
        self.plan(package, Plan { latency: millis, ending: Ending::Built })
    }

    /// Adds a package whose build fails after `millis` milliseconds.
    pub fn fails(self, package: &str, millis: u64) -> Farm {
        self.plan(package, Plan { latency: millis, ending: Ending::Failed })
    }

    /// Adds a package whose build panics after `millis` milliseconds.
    pub fn crashes(self, package: &str, millis: u64) -> Farm {
        self.plan(package, Plan { latency: millis, ending: Ending::Crashed })
    }

    /// Adds a package whose first build panics after `millis` milliseconds; later ones succeed
    /// after as many.
    pub fn crashes_once(self, package: &str, millis: u64) -> Farm {
        self.plan(package, Plan { latency: millis, ending: Ending::CrashedOnce })
    }

    fn plan(self, package: &str, plan: Plan) -> Farm {
        let mut plans = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        plans.insert(package.to_owned(), plan);
        drop(plans);
        self
    }

    /// Builds one package.
    ///
    /// # Errors
    ///
    /// If the build fails, after its time, or the package is unknown, at once.
    ///
    /// # Panics
    ///
    /// If the script says that this package crashes.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future gives the build up; nothing else happens.
    pub async fn build(&self, package: &str) -> Result<Binary, BuildError> {
        let plan = self.plan_of(package);
        let ending = match plan.ending {
            Ending::CrashedOnce if self.begun().iter().any(|begun| begun == package) => {
                Ending::Built
            }
            ending => ending,
        };
        let answer = match ending {
            Ending::Built => Ok(Binary::of(package)),
            Ending::Failed => Err(BuildError::of(package)),
            Ending::Crashed | Ending::CrashedOnce => Err(BuildError::crashed(package)),
        };
        let answer = self.service.call(package, ms(plan.latency), answer).await;
        if matches!(ending, Ending::Crashed | Ending::CrashedOnce) {
            kit::planned_panic("the compiler crashed");
        }
        answer
    }

    fn plan_of(&self, package: &str) -> Plan {
        let plans = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        plans.get(package).copied().unwrap_or(Plan { latency: 0, ending: Ending::Failed })
    }

    /// The packages whose builds began so far, in this order.
    pub fn begun(&self) -> Vec<String> {
        self.service.journal().calls()
    }

    /// The largest number of builds that were under way together.
    pub fn most_at_once(&self) -> usize {
        self.service.gauge().most()
    }

    /// How many builds were dropped before they ended.
    pub fn canceled(&self) -> usize {
        self.service.gauge().canceled()
    }

    /// How many builds are under way.
    pub fn under_way(&self) -> usize {
        self.service.gauge().now()
    }
}

impl Binary {
    /// The binary of `package`.
    pub fn of(package: &str) -> Binary {
        Binary { package: package.to_owned() }
    }
}

impl BuildError {
    /// What a failing build of `package` gives.
    pub fn of(package: &str) -> BuildError {
        BuildError { package: package.to_owned(), reason: "does not compile".to_owned() }
    }

    /// How a build of `package` is reported that panicked.
    pub fn crashed(package: &str) -> BuildError {
        BuildError { package: package.to_owned(), reason: "the build crashed".to_owned() }
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.package, self.reason)
    }
}

impl Error for BuildError {}
