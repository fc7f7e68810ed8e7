//! Rejected by: step_3_a_failure_ends_the_page_at_once
//! Outcome: wrong_answer
//! Why people write it: two calls belong together and fail together; the outer `join!` is overlooked.

use worlds::{Api, ApiError, Credit, Order, Profile, UserId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dashboard {
    pub profile: Profile,
    pub orders: Vec<Order>,
    pub credit: Credit,
}

pub async fn dashboard(api: &Api, user: UserId) -> Result<Dashboard, ApiError> {
    let money = async { tokio::try_join!(api.orders(user), api.credit(user)) };
    let (profile, money) = tokio::join!(api.profile(user), money);
    let (profile, (orders, credit)) = (profile?, money?);
    Ok(Dashboard { profile, orders, credit })
}
