//! Rejected by: step_4_the_earliest_failure_counts
//! Outcome: wrong_answer
//! Why people write it: one enum makes the three types one, and an ordered stream gives them back in a known order.

use futures::{FutureExt, StreamExt, stream};
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
    let calls = [
        async { api.profile(user).await.map(Part::Profile) }.boxed(),
        async { api.orders(user).await.map(Part::Orders) }.boxed(),
        async { api.credit(user).await.map(Part::Credit) }.boxed(),
    ];
    let (mut profile, mut orders, mut credit) = (None, None, None);
    let mut parts = stream::iter(calls).buffered(3);
    while let Some(part) = parts.next().await {
        match part? {
            Part::Profile(part) => profile = Some(part),
            Part::Orders(part) => orders = Some(part),
            Part::Credit(part) => credit = Some(part),
        }
    }
    Ok(Dashboard {
        profile: profile.expect("the stream gave every part"),
        orders: orders.expect("the stream gave every part"),
        credit: credit.expect("the stream gave every part"),
    })
}
