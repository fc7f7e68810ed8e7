//! Rejected by: step_4_an_answer_at_the_limit_counts
//! Outcome: wrong_answer
//! Why people write it: a race of two futures is written with the shorter one in front.

use std::{pin::pin, time::Duration};

use futures::future::{Either, select};
use tokio::time::sleep;
use worlds::{PriceCache, Shop};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Price {
    Live(u32),
    Cached(u32),
    Unknown,
}

pub async fn price(shop: &Shop, cache: &PriceCache, item: &str, limit: Duration) -> Price {
    match select(pin!(sleep(limit)), pin!(shop.price(item))).await {
        Either::Right((Ok(cents), _)) => {
            cache.put(item, cents);
            Price::Live(cents)
        }
        _ => cache.get(item).map_or(Price::Unknown, Price::Cached),
    }
}
