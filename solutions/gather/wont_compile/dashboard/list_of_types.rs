//! Error: E0308

use futures::future::try_join_all;
use worlds::{Api, ApiError, Credit, Order, Profile, UserId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dashboard {
    pub profile: Profile,
    pub orders: Vec<Order>,
    pub credit: Credit,
}

pub async fn dashboard(api: &Api, user: UserId) -> Result<Dashboard, ApiError> {
    let parts = try_join_all([api.profile(user), api.orders(user), api.credit(user)]).await?;
    Ok(Dashboard { profile: parts[0], orders: parts[1], credit: parts[2] })
}
