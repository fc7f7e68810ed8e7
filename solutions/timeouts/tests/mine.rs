//! Tests for `price` that let no wrong answer through.

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
    assert_eq!((price, took), expected);
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
    assert_eq!([tea, salt, oil], expected);
    // Whoever asks again, or forgets the cache, gives the same prices.
    assert_eq!((took, kept), (expected_took, expected_kept));
}

/// This one is yours from its first line.
#[tokio::test(start_paused = true)]
async fn a_question_without_an_answer_is_given_up() {
    let shop = Shop::new().sells("tea", 350, 100);

    price(&shop, &PriceCache::new(), "tea", ms(50)).await;
    kit::settle().await;

    // Both halves are needed: a question that was waited out is not under way either.
    assert_eq!((shop.canceled(), shop.under_way()), (1, 0));
}
