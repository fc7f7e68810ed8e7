//! Rejected by: step_3_a_failure_ends_the_page_at_once
//! Outcome: wrong_answer
//! Why people write it: `join!` is the macro one knows, and `?` on each result seems to be all that failing needs.

use worlds::{Api, ApiError, Credit, Order, Profile, UserId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dashboard {
    pub profile: Profile,
    pub orders: Vec<Order>,
    pub credit: Credit,
}

pub async fn dashboard(api: &Api, user: UserId) -> Result<Dashboard, ApiError> {
    let (profile, orders, credit) =
        tokio::join!(api.profile(user), api.orders(user), api.credit(user));
    Ok(Dashboard { profile: profile?, orders: orders?, credit: credit? })
}
