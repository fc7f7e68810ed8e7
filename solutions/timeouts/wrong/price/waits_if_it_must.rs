//! Rejected by: step_2_a_slow_shop_costs_the_limit_and_no_more
//! Outcome: wrong_answer
//! Why people write it: without a cached price there is nothing to fall back to, so waiting seems to be the only way.

use std::time::Duration;

use tokio::time::timeout;
use worlds::{PriceCache, Shop};

/// A price in cents, and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Price {
    /// The shop told it now.
    Live(u32),
    /// The shop told it earlier.
    Cached(u32),
    /// Nobody knows it.
    Unknown,
}

/// Asks the shop for the price of `item`, and waits no longer than `limit`.
///
/// # Cancel safety
///
/// When the call is dropped, the question is dropped with it.
pub async fn price(shop: &Shop, cache: &PriceCache, item: &str, limit: Duration) -> Price {
    let Some(cached) = cache.get(item) else {
        let Ok(cents) = shop.price(item).await else { return Price::Unknown };
        cache.put(item, cents);
        return Price::Live(cents);
    };
    match timeout(limit, shop.price(item)).await {
        Ok(Ok(cents)) => {
            cache.put(item, cents);
            Price::Live(cents)
        }
        Ok(Err(_)) | Err(_) => Price::Cached(cached),
    }
}
