//! Rejected by: step_4_an_answer_at_the_limit_counts
//! Outcome: wrong_answer
//! Why people write it: a task looks like the thing that a timeout can stop.

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
    let question = tokio::spawn({
        let (shop, item) = (shop.clone(), item.to_owned());
        async move { shop.price(&item).await }
    });
    match timeout(limit, question).await {
        Ok(Ok(Ok(cents))) => {
            cache.put(item, cents);
            Price::Live(cents)
        }
        _ => cache.get(item).map_or(Price::Unknown, Price::Cached),
    }
}
