//! # Fail fast: a customer's dashboard
//!
//! The page that greets a customer shows profile, orders and credit, and three services know them.
//! It is worth nothing with a part missing: when one call fails, the customer sees the error at
//! that moment and not after the slowest call, and nobody goes on working for the page.
//!
//! - Read: `lessons/gather/README.md`
//! - Check: `cargo test -p gather dashboard` or `cargo checker run gather/dashboard`
//! - Hint: `cargo checker hint gather/dashboard`
//! - Toolbox: `tokio::join!`, `tokio::try_join!`, `futures::future::try_join_all`;
//!   one of them is a trap here, and one does not fit
//! - Needs: `Result` and `?`

use worlds::{Api, ApiError, Credit, Order, Profile, UserId};

/// What the page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dashboard {
    /// Who the customer is.
    pub profile: Profile,
    /// What the customer ordered.
    pub orders: Vec<Order>,
    /// What the customer may still spend.
    pub credit: Credit,
}

/// Loads the three parts of the page of `user` at the same time, each with one call.
///
/// # Errors
///
/// At the moment in which a call fails: the error of the call that fails first.
///
/// # Cancel safety
///
/// When the call ends or is dropped, no call to `api` goes on.
pub async fn dashboard(api: &Api, user: UserId) -> Result<Dashboard, ApiError> {
    let _ = api;
    todo!("load profile, orders and credit of {user:?} together, and end at the first failure")
}
