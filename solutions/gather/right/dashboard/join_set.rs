//! Differs by: a `JoinSet` owns a task for each call and aborts them when it is dropped.

use tokio::task::JoinSet;
use worlds::{Api, ApiError, Credit, Order, Profile, UserId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dashboard {
    pub profile: Profile,
    pub orders: Vec<Order>,
    pub credit: Credit,
}

enum Part {
    Profile(Profile),
    Orders(Vec<Order>),
    Credit(Credit),
}

pub async fn dashboard(api: &Api, user: UserId) -> Result<Dashboard, ApiError> {
    let mut tasks = JoinSet::new();
    let (one, two, three) = (api.clone(), api.clone(), api.clone());
    tasks.spawn(async move { one.profile(user).await.map(Part::Profile) });
    tasks.spawn(async move { two.orders(user).await.map(Part::Orders) });
    tasks.spawn(async move { three.credit(user).await.map(Part::Credit) });

    let (mut profile, mut orders, mut credit) = (None, None, None);
    while let Some(part) = tasks.join_next().await {
        match part.expect("no call panics")? {
            Part::Profile(part) => profile = Some(part),
            Part::Orders(part) => orders = Some(part),
            Part::Credit(part) => credit = Some(part),
        }
    }
    Ok(Dashboard {
        profile: profile.expect("the set gave every part"),
        orders: orders.expect("the set gave every part"),
        credit: credit.expect("the set gave every part"),
    })
}
