//! Rejected by: step_5_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: the answer is paid for already, and the next reader of the page would like it.

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
    let mut question = Box::pin({
        let (shop, item) = (shop.clone(), item.to_owned());
        async move { shop.price(&item).await }
    });
    match timeout(limit, &mut question).await {
        Ok(Ok(cents)) => {
            cache.put(item, cents);
            return Price::Live(cents);
        }
        Ok(Err(_)) => {}
        Err(_) => {
            let (cache, item) = (cache.clone(), item.to_owned());
            tokio::spawn(async move {
                if let Ok(cents) = question.await {
                    cache.put(&item, cents);
                }
            });
        }
    }
    cache.get(item).map_or(Price::Unknown, Price::Cached)
}
