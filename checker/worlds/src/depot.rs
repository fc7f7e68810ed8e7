//! A depot of files: each is imported in its own time, is locked, broken, or not there at all.

use std::{
    collections::HashMap,
    error::Error,
    fmt,
    num::ParseIntError,
    sync::{Arc, Mutex, PoisonError},
};

use kit::{Service, ms};

/// A scripted depot. Clones are the same one.
#[derive(Debug, Clone, Default)]
pub struct Depot {
    service: Service,
    scripts: Arc<Mutex<HashMap<String, Script>>>,
}

/// What is special about a file, after how many milliseconds it answers, and what it holds.
#[derive(Debug, Clone)]
struct Script {
    latency: u64,
    lock: Lock,
    text: String,
}

#[derive(Debug, Clone, Copy)]
enum Lock {
    Never,
    Once,
    Always,
}

/// A line of a file: a bird, and how many of it were seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sighting {
    /// The name of the bird.
    pub bird: String,
    /// How many were seen.
    pub count: u32,
}

/// Why a file was not imported. Which file it was, it does not say: no more does an `io::Error`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportError {
    /// Somebody writes the file at this moment.
    Locked,
    /// There is no such file.
    Missing,
    /// In a line, what should be a number is none.
    Malformed {
        /// The number of the line, from 1.
        line: usize,
        /// Why it is no number.
        source: ParseIntError,
    },
}

impl Depot {
    /// A depot without files: every import fails at once.
    pub fn new() -> Depot {
        Depot::default()
    }

    /// Adds a file that is read in `millis` milliseconds. A line of it reads `wren,3`.
    pub fn file(self, name: &str, millis: u64, text: &str) -> Depot {
        self.script(name, Script { latency: millis, lock: Lock::Never, text: text.to_owned() })
    }

    /// Adds a file that is locked at its first import; later ones read it. Each takes `millis`
    /// milliseconds.
    pub fn locked_once(self, name: &str, millis: u64, text: &str) -> Depot {
        self.script(name, Script { latency: millis, lock: Lock::Once, text: text.to_owned() })
    }

    /// Adds a file that is locked at every import, which takes `millis` milliseconds.
    pub fn locked(self, name: &str, millis: u64) -> Depot {
        self.script(name, Script { latency: millis, lock: Lock::Always, text: String::new() })
    }

    fn script(self, name: &str, script: Script) -> Depot {
        let mut scripts = self.scripts.lock().unwrap_or_else(PoisonError::into_inner);
        scripts.insert(name.to_owned(), script);
        drop(scripts);
        self
    }

    /// Imports a file, and gives its lines in their order.
    ///
    /// # Errors
    ///
    /// If the file is locked or a line of it is malformed, after its time; if there is no such
    /// file, at once.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future gives the import up; nothing else happens.
    pub async fn import(&self, file: &str) -> Result<Vec<Sighting>, ImportError> {
        let script = self.scripts.lock().unwrap_or_else(PoisonError::into_inner).get(file).cloned();
        let (latency, answer) = match script {
            None => (0, Err(ImportError::Missing)),
            Some(script) => {
                let is_locked = match script.lock {
                    Lock::Never => false,
                    Lock::Once => !self.begun().iter().any(|begun| begun == file),
                    Lock::Always => true,
                };
                let answer = if is_locked { Err(ImportError::Locked) } else { parse(&script.text) };
                (script.latency, answer)
            }
        };
        self.service.call(file, ms(latency), answer).await
    }

    /// The files whose imports began so far, in this order.
    pub fn begun(&self) -> Vec<String> {
        self.service.journal().calls()
    }

    /// The largest number of imports that were under way together.
    pub fn most_at_once(&self) -> usize {
        self.service.gauge().most()
    }

    /// How many imports are under way.
    pub fn under_way(&self) -> usize {
        self.service.gauge().now()
    }
}

impl Sighting {
    /// The line of a file that says so.
    pub fn of(bird: &str, count: u32) -> Sighting {
        Sighting { bird: bird.to_owned(), count }
    }
}

impl ImportError {
    /// Whether another attempt may give something else.
    pub fn is_recoverable(&self) -> bool {
        matches!(self, ImportError::Locked)
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImportError::Locked => f.write_str("the file is locked"),
            ImportError::Missing => f.write_str("there is no such file"),
            ImportError::Malformed { line, .. } => write!(f, "line {line} has no number"),
        }
    }
}

impl Error for ImportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            ImportError::Malformed { source, .. } => Some(source),
            ImportError::Locked | ImportError::Missing => None,
        }
    }
}

fn parse(text: &str) -> Result<Vec<Sighting>, ImportError> {
    let lines = text.lines().enumerate().map(|(index, line)| {
        let (bird, count) = line.split_once(',').unwrap_or((line, ""));
        match count.parse() {
            Ok(count) => Ok(Sighting::of(bird, count)),
            Err(source) => Err(ImportError::Malformed { line: index + 1, source }),
        }
    });
    lines.collect()
}
