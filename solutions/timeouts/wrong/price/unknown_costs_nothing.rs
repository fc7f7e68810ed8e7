//! Rejected by: step_2_a_slow_shop_costs_the_limit_and_no_more
//! Outcome: wrong_answer
//! Why people write it: `unwrap_or_default` makes the types fit.

use std::time::Duration;

use tokio::time::timeout;
use worlds::{PriceCache, Shop};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Price {
    Live(u32),
    Cached(u32),
    Unknown,
}

pub async fn price(shop: &Shop, cache: &PriceCache, item: &str, limit: Duration) -> Price {
    match timeout(limit, shop.price(item)).await {
        Ok(Ok(cents)) => {
            cache.put(item, cents);
            Price::Live(cents)
        }
        _ => Price::Cached(cache.get(item).unwrap_or_default()),
    }
}
