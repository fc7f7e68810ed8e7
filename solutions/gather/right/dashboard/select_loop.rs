//! Differs by: a `select!` loop polls the calls and keeps each part as it comes.

use tokio::pin;
use worlds::{Api, ApiError, Credit, Order, Profile, UserId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dashboard {
    pub profile: Profile,
    pub orders: Vec<Order>,
    pub credit: Credit,
}

pub async fn dashboard(api: &Api, user: UserId) -> Result<Dashboard, ApiError> {
    let (profile_call, orders_call, credit_call) =
        (api.profile(user), api.orders(user), api.credit(user));
    pin!(profile_call, orders_call, credit_call);
    let (mut profile, mut orders, mut credit) = (None, None, None);
    loop {
        tokio::select! {
            part = &mut profile_call, if profile.is_none() => profile = Some(part?),
            part = &mut orders_call, if orders.is_none() => orders = Some(part?),
            part = &mut credit_call, if credit.is_none() => credit = Some(part?),
            else => break,
        }
    }
    Ok(Dashboard {
        profile: profile.expect("the loop ends with every part"),
        orders: orders.expect("the loop ends with every part"),
        credit: credit.expect("the loop ends with every part"),
    })
}
