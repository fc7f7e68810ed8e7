//! Rejected by: step_2_the_three_calls_run_together
//! Outcome: wrong_answer
//! Why people write it: the page seems to need the customer before the rest can be asked for.

use worlds::{Api, ApiError, Credit, Order, Profile, UserId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dashboard {
    pub profile: Profile,
    pub orders: Vec<Order>,
    pub credit: Credit,
}

pub async fn dashboard(api: &Api, user: UserId) -> Result<Dashboard, ApiError> {
    let profile = api.profile(user).await?;
    let (orders, credit) = tokio::try_join!(api.orders(user), api.credit(user))?;
    Ok(Dashboard { profile, orders, credit })
}
