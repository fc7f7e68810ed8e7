//! Rejected by: step_3_a_failure_falls_back_at_once
//! Outcome: wrong_answer
//! Why people write it: the fallback is thought of for the timeout alone.

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
        Ok(Err(_)) => Price::Unknown,
        Err(_) => cache.get(item).map_or(Price::Unknown, Price::Cached),
    }
}
