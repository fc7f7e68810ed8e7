//! Rejected by: step_5_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: `create_task` for each call is how it is done in asyncio, and `try_join!` takes handles too.

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
    let (profile, orders, credit) = tokio::try_join!(
        part(tokio::spawn(async move { one.profile(user).await })),
        part(tokio::spawn(async move { two.orders(user).await })),
        part(tokio::spawn(async move { three.credit(user).await })),
    )?;
    Ok(Dashboard { profile, orders, credit })
}

async fn part<T>(task: JoinHandle<Result<T, ApiError>>) -> Result<T, ApiError> {
    task.await.expect("no call panics")
}
