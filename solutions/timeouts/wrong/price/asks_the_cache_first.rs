//! Rejected by: step_1_a_live_price_is_given_and_kept
//! Outcome: wrong_answer
//! Why people write it: a cache is there to save the question.

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
    if let Some(cents) = cache.get(item) {
        return Price::Cached(cents);
    }
    match timeout(limit, shop.price(item)).await {
        Ok(Ok(cents)) => {
            cache.put(item, cents);
            Price::Live(cents)
        }
        _ => Price::Unknown,
    }
}
