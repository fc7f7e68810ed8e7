//! Error: E0308

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
        Ok(cents) => {
            cache.put(item, cents);
            Price::Live(cents)
        }
        Err(_) => cache.get(item).map_or(Price::Unknown, Price::Cached),
    }
}
