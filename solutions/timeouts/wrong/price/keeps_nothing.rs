//! Rejected by: step_1_a_live_price_is_given_and_kept
//! Outcome: wrong_answer
//! Why people write it: the sentence about the timeout is read, the one about the cache is not.

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
        Ok(Ok(cents)) => Price::Live(cents),
        _ => cache.get(item).map_or(Price::Unknown, Price::Cached),
    }
}
