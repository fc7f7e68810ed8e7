//! Rejected by: step_4_an_answer_at_the_limit_counts
//! Outcome: wrong_answer
//! Why people write it: a limit of zero looks like an order not to ask at all.

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
    if limit.is_zero() {
        return cache.get(item).map_or(Price::Unknown, Price::Cached);
    }
    match timeout(limit, shop.price(item)).await {
        Ok(Ok(cents)) => {
            cache.put(item, cents);
            Price::Live(cents)
        }
        _ => cache.get(item).map_or(Price::Unknown, Price::Cached),
    }
}
