//! Error: E0521

use worlds::{Api, ApiError, Credit, Order, Profile, UserId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dashboard {
    pub profile: Profile,
    pub orders: Vec<Order>,
    pub credit: Credit,
}

pub async fn dashboard(api: &Api, user: UserId) -> Result<Dashboard, ApiError> {
    let profile = tokio::spawn(api.profile(user));
    let orders = tokio::spawn(api.orders(user));
    let credit = tokio::spawn(api.credit(user));
    Ok(Dashboard {
        profile: profile.await.expect("no call panics")?,
        orders: orders.await.expect("no call panics")?,
        credit: credit.await.expect("no call panics")?,
    })
}
