//! `dashboard`, solved: three calls of different types in one future.

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
    // The macro takes futures of different types, which no `Vec` could hold, and returns at the
    // first `Err`; it owns the futures, so the others end there. `join!(..)` and then `?` would
    // find the same error, but only after the slowest call.
    let (profile, orders, credit) =
        tokio::try_join!(api.profile(user), api.orders(user), api.credit(user))?;
    Ok(Dashboard { profile, orders, credit })
}
