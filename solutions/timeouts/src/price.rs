//! `price`, solved: a timeout whose two layers of `Result` lead to one fallback.

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
    // `timeout` owns the future and drops it at the limit: the question ends there. A spawned task
    // would go on, because dropping a `JoinHandle` only gives up the waiting.
    match timeout(limit, shop.price(item)).await {
        Ok(Ok(cents)) => {
            cache.put(item, cents);
            Price::Live(cents)
        }
        // The outer error is the clock's, the inner one the shop's. Both have the same fallback.
        Ok(Err(_)) | Err(_) => cache.get(item).map_or(Price::Unknown, Price::Cached),
    }
}
