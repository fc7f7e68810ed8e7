//! Differs by: each call is a task whose handle stops it when it is dropped.

use futures::FutureExt;
use worlds::{Api, ApiError, Credit, Order, Profile, UserId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dashboard {
    pub profile: Profile,
    pub orders: Vec<Order>,
    pub credit: Credit,
}

pub async fn dashboard(api: &Api, user: UserId) -> Result<Dashboard, ApiError> {
    let (one, two, three) = (api.clone(), api.clone(), api.clone());
    let (profile_task, profile) = async move { one.profile(user).await }.remote_handle();
    let (orders_task, orders) = async move { two.orders(user).await }.remote_handle();
    let (credit_task, credit) = async move { three.credit(user).await }.remote_handle();
    tokio::spawn(profile_task);
    tokio::spawn(orders_task);
    tokio::spawn(credit_task);
    let (profile, orders, credit) = tokio::try_join!(profile, orders, credit)?;
    Ok(Dashboard { profile, orders, credit })
}
