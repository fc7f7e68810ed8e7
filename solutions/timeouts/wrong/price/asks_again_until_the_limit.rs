//! Rejected by: step_3_a_failure_falls_back_at_once
//! Outcome: wrong_answer
//! Why people write it: as long as there is time left, one more attempt seems to cost nothing.

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
    let answer = timeout(limit, async {
        loop {
            if let Ok(cents) = shop.price(item).await {
                return cents;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    });
    match answer.await {
        Ok(cents) => {
            cache.put(item, cents);
            Price::Live(cents)
        }
        Err(_) => cache.get(item).map_or(Price::Unknown, Price::Cached),
    }
}
