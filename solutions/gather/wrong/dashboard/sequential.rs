//! Rejected by: step_2_the_three_calls_run_together
//! Outcome: wrong_answer
//! Why people write it: three lines with `.await?` read well and are right but for the time.

use worlds::{Api, ApiError, Credit, Order, Profile, UserId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dashboard {
    pub profile: Profile,
    pub orders: Vec<Order>,
    pub credit: Credit,
}

pub async fn dashboard(api: &Api, user: UserId) -> Result<Dashboard, ApiError> {
    Ok(Dashboard {
        profile: api.profile(user).await?,
        orders: api.orders(user).await?,
        credit: api.credit(user).await?,
    })
}
