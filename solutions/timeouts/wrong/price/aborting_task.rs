//! Rejected by: step_4_an_answer_at_the_limit_counts
//! Outcome: wrong_answer
//! Why people write it: a task that its handle aborts leaves nothing behind, so it seems as good as the future.

use std::time::Duration;

use tokio::time::timeout;
use tokio_util::task::AbortOnDropHandle;
use worlds::{PriceCache, Shop};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Price {
    Live(u32),
    Cached(u32),
    Unknown,
}

pub async fn price(shop: &Shop, cache: &PriceCache, item: &str, limit: Duration) -> Price {
    let question = AbortOnDropHandle::new(tokio::spawn({
        let (shop, item) = (shop.clone(), item.to_owned());
        async move { shop.price(&item).await }
    }));
    match timeout(limit, question).await {
        Ok(Ok(Ok(cents))) => {
            cache.put(item, cents);
            Price::Live(cents)
        }
        _ => cache.get(item).map_or(Price::Unknown, Price::Cached),
    }
}
