//! Your own tests for `price`: replace each `todo!` with an assertion.
//!
//! `cargo test -p timeouts mine` runs them on your code. `cargo checker run timeouts/mine` runs
//! them on the reference too, which must pass, and on a row of wrong answers: most must be caught,
//! and what slips through is listed. Aim at none.

use kit::{ms, timed};
use timeouts::price::{Price, price};
use worlds::{PriceCache, Shop};

/// The shop takes 100 ms and the limit is 50.
#[tokio::test(start_paused = true)]
async fn a_slow_shop_costs_the_limit_and_no_more() {
    let shop = Shop::new().sells("tea", 350, 100);
    let cache = PriceCache::new().with("tea", 300);

    let (price, took) = timed(price(&shop, &cache, "tea", ms(50))).await;

    let expected = (Price::Cached(300), ms(50));
    todo!("assert that {price:?}, which took {took:?}, and its time are {expected:?}")
}

/// The shop fails twice, and tells the third price at once, where the limit is 0.
#[tokio::test(start_paused = true)]
async fn each_price_says_where_it_comes_from() {
    let shop = Shop::new().fails("tea", 20).fails("salt", 20).sells("oil", 900, 0);
    let cache = PriceCache::new().with("tea", 300).with("oil", 800);

    let (tea, took) = timed(price(&shop, &cache, "tea", ms(50))).await;
    let salt = price(&shop, &cache, "salt", ms(50)).await;
    let oil = price(&shop, &cache, "oil", ms(0)).await;

    let expected = [Price::Cached(300), Price::Unknown, Price::Live(900)];
    let (kept, expected_kept) = (cache.get("oil"), Some(900));
    let expected_took = ms(20);
    todo!(
        "assert that {tea:?}, {salt:?} and {oil:?} are {expected:?}, that the first, which took \
         {took:?}, took {expected_took:?}, and that the cache, which has {kept:?} for oil, has \
         {expected_kept:?}"
    )
}

/// This one is yours from its first line.
#[tokio::test(start_paused = true)]
async fn a_question_without_an_answer_is_given_up() {
    todo!(
        "arrange a shop slower than the limit, ask it for a price, let tasks end with \
         `kit::settle().await`, and assert that `shop.canceled()` is 1 and `shop.under_way()` is 0"
    )
}
