//! A server that gives out tokens: each request takes a while, some fail, and every token ends.

use std::{
    collections::HashMap,
    error::Error,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use kit::{Service, ms};
use tokio::time::Instant;

/// How long a request takes if nothing else is said, in milliseconds.
const REQUEST: u64 = 50;
/// How long a token lives if nothing else is said, in seconds.
const LIFE: u64 = 300;

/// A scripted server. Clones are the same server.
#[derive(Debug, Clone, Default)]
pub struct Auth {
    requests: Service,
    scripts: Arc<Mutex<HashMap<String, Script>>>,
}

/// How the requests for one service go, and how many tokens there were.
#[derive(Debug, Clone, Copy)]
struct Script {
    latency: u64,
    life: u64,
    to_refuse: usize,
    given: usize,
}

/// What one service wants to see from its callers, for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The service and the number of the token, as in `maps 1`.
    pub text: String,
    /// From this moment on, the service refuses it.
    pub expires: Instant,
}

/// The server gave no token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthError {
    /// The service for which it was.
    pub service: String,
}

impl Auth {
    /// A server that nobody has asked: a request takes 50 ms, and a token lives for 300 s.
    pub fn new() -> Auth {
        Auth::default()
    }

    /// Lets requests for `service` take `millis` milliseconds instead of 50.
    pub fn takes(self, service: &str, millis: u64) -> Auth {
        self.script(service, |script| script.latency = millis)
    }

    /// Lets tokens for `service` live for `seconds` seconds instead of 300, from the answer on.
    pub fn lives(self, service: &str, seconds: u64) -> Auth {
        self.script(service, |script| script.life = seconds)
    }

    /// Refuses the next requests for `service`, so many of them, after the time of a request.
    pub fn refuses(self, service: &str, times: usize) -> Auth {
        self.script(service, |script| script.to_refuse = times)
    }

    fn script(self, service: &str, change: impl FnOnce(&mut Script)) -> Auth {
        change(self.scripts().entry(service.to_owned()).or_default());
        self
    }

    /// Asks for a new token for `service`.
    ///
    /// # Errors
    ///
    /// If the script says so, after the time of a request.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it answers, the request is given up, and no token is given out.
    pub async fn issue(&self, service: &str) -> Result<Token, AuthError> {
        let script = *self.scripts().entry(service.to_owned()).or_default();
        let refused = AuthError { service: service.to_owned() };
        let answer = if script.to_refuse > 0 { Err(refused) } else { Ok(()) };
        let answer = self.requests.call(service, ms(script.latency), answer).await;

        let mut scripts = self.scripts();
        let script = scripts.entry(service.to_owned()).or_default();
        match answer {
            Ok(()) => {
                script.given += 1;
                let expires = Instant::now() + Duration::from_secs(script.life);
                Ok(Token { text: format!("{service} {}", script.given), expires })
            }
            Err(refused) => {
                script.to_refuse = script.to_refuse.saturating_sub(1);
                Err(refused)
            }
        }
    }

    /// The services for which tokens were asked so far, one for each request, in order.
    pub fn asked(&self) -> Vec<String> {
        self.requests.journal().calls()
    }

    /// The largest number of requests that were under way together.
    pub fn most_at_once(&self) -> usize {
        self.requests.gauge().most()
    }

    /// How many requests came to their end.
    pub fn finished(&self) -> usize {
        self.requests.gauge().finished()
    }

    /// How many requests are under way.
    pub fn under_way(&self) -> usize {
        self.requests.gauge().now()
    }

    fn scripts(&self) -> MutexGuard<'_, HashMap<String, Script>> {
        // Every change is one insertion or one assignment: a panic leaves the map whole.
        self.scripts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Script {
    fn default() -> Script {
        Script { latency: REQUEST, life: LIFE, to_refuse: 0, given: 0 }
    }
}

impl fmt::Display for AuthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no token for {}", self.service)
    }
}

impl Error for AuthError {}
