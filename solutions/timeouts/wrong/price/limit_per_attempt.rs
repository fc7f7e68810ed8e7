//! Rejected by: step_2_a_slow_shop_costs_the_limit_and_no_more
//! Outcome: wrong_answer
//! Why people write it: a retry is wrapped around the call that has a timeout already.

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
    for _ in 0..2 {
        if let Ok(Ok(cents)) = timeout(limit, shop.price(item)).await {
            cache.put(item, cents);
            return Price::Live(cents);
        }
    }
    cache.get(item).map_or(Price::Unknown, Price::Cached)
}
