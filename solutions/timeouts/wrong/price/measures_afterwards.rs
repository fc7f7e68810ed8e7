//! Rejected by: step_2_a_slow_shop_costs_the_limit_and_no_more
//! Outcome: wrong_answer
//! Why people write it: the time is measured and compared, as one does in a log line.

use std::time::Duration;

use tokio::time::Instant;
use worlds::{PriceCache, Shop};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Price {
    Live(u32),
    Cached(u32),
    Unknown,
}

pub async fn price(shop: &Shop, cache: &PriceCache, item: &str, limit: Duration) -> Price {
    let start = Instant::now();
    match shop.price(item).await {
        Ok(cents) if start.elapsed() <= limit => {
            cache.put(item, cents);
            Price::Live(cents)
        }
        _ => cache.get(item).map_or(Price::Unknown, Price::Cached),
    }
}
