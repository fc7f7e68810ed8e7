//! Rejected by: step_5_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: the slow call is stopped with care; the other one, and a dropped page, are forgotten.

use tokio::task::JoinHandle;
use worlds::{Api, ApiError, Credit, Order, Profile, UserId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dashboard {
    pub profile: Profile,
    pub orders: Vec<Order>,
    pub credit: Credit,
}

pub async fn dashboard(api: &Api, user: UserId) -> Result<Dashboard, ApiError> {
    let (one, two, three) = (api.clone(), api.clone(), api.clone());
    let profile = tokio::spawn(async move { one.profile(user).await });
    let orders = tokio::spawn(async move { two.orders(user).await });
    let credit = tokio::spawn(async move { three.credit(user).await });
    let slow = orders.abort_handle();
    let parts = tokio::try_join!(part(profile), part(orders), part(credit));
    slow.abort();
    let (profile, orders, credit) = parts?;
    Ok(Dashboard { profile, orders, credit })
}

async fn part<T>(task: JoinHandle<Result<T, ApiError>>) -> Result<T, ApiError> {
    task.await.expect("no call panics")
}
