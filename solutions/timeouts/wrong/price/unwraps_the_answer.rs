//! Rejected by: step_3_a_failure_falls_back_at_once
//! Outcome: panicked
//! Why people write it: the `Result` of the timeout is handled, and the one inside it looks like a detail.

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
        Ok(answer) => {
            let cents = answer.expect("the shop answered in time");
            cache.put(item, cents);
            Price::Live(cents)
        }
        Err(_) => cache.get(item).map_or(Price::Unknown, Price::Cached),
    }
}
