//! Error: E0277

use worlds::{Api, ApiError, Credit, Order, Profile, UserId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dashboard {
    pub profile: Profile,
    pub orders: Vec<Order>,
    pub credit: Credit,
}

pub async fn dashboard(api: &Api, user: UserId) -> Result<Dashboard, ApiError> {
    let (profile, orders, credit) =
        tokio::join!(api.profile(user), api.orders(user), api.credit(user))?;
    Ok(Dashboard { profile, orders, credit })
}
