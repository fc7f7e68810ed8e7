//! # Single flight: one token for all who wait
//!
//! Whoever calls a service has to show a token, and a server gives them out, one request at a time
//! and slowly. A token lives for minutes and serves everybody. When it is about to end, twenty
//! callers notice at the same moment: they need one request, and not twenty.
//!
//! - Read: `lessons/locks/README.md`, and there "A cell that is filled once"
//! - Check: `cargo test -p locks token` or `cargo checker run locks/token`
//! - Hint: `cargo checker hint locks/token`
//! - Toolbox: `tokio::sync::OnceCell::get_or_init`, `tokio::sync::OnceCell::get_or_try_init`,
//!   `std::sync::Mutex`, `std::sync::Arc`; one of them is a trap here
//! - Needs: `Arc`, `Option`, `HashMap::entry`

use worlds::{Auth, AuthError, Token};

/// Keeps one token for each service. Tasks on several threads may share it. Its fields are yours.
#[derive(Debug, Default)]
pub struct TokenCache {}

impl TokenCache {
    /// A cache without tokens.
    pub fn new() -> TokenCache {
        TokenCache::default()
    }

    /// Gives a token for `service`; every call has the same `auth`.
    ///
    /// - A token that expires in more than 30 s is given at once.
    /// - Otherwise `auth` is asked for a new one, with one request at a time for each service. All
    ///   callers that come while it is under way wait for it and get what it gives: a token,
    ///   whenever that expires, or an error.
    /// - Nothing but the token is kept: after an error, the next call asks anew.
    /// - Calls for different services do not wait for each other.
    ///
    /// # Errors
    ///
    /// If the request that the call waited for has failed.
    ///
    /// # Cancel safety
    ///
    /// Dropping a call takes nothing from the others: those who wait get an answer from the request
    /// that is under way, or from one that begins at once. When no call is left, no request is
    /// under way, and no task.
    pub async fn get(&self, auth: &Auth, service: &str) -> Result<Token, AuthError> {
        let _ = auth;
        todo!("give a token for {service:?}, with one request for all who wait")
    }
}
