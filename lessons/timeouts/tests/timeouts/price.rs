//! The steps of `price`. Make them pass from the first to the last; never edit them.

use kit::{ms, timed};
use timeouts::price::{Price, price};
use tokio::time::{sleep, timeout};
use worlds::{PriceCache, Shop};

/// The shop answers after 20 of 50 ms: its price is live, and replaces the one in the cache.
#[kit::test]
async fn step_1_a_live_price_is_given_and_kept() {
    let shop = Shop::new().sells("tea", 350, 20);
    let cache = PriceCache::new().with("tea", 300);

    let price = price(&shop, &cache, "tea", ms(50)).await;

    assert_eq!(
        price,
        Price::Live(350),
        "the shop told 350 after 20 of 50 ms, and the price is {price:?}: was the cache asked \
         first? The shop was asked {} times instead of 1",
        shop.asked().len(),
    );
    assert_eq!(
        cache.get("tea"),
        Some(350),
        "the shop told 350 and the cache has {:?}: who puts a live price into it?",
        cache.get("tea"),
    );
}

/// The shop takes 100 ms and the limit is 50: the cached price comes after exactly 50.
#[kit::test]
async fn step_2_a_slow_shop_costs_the_limit_and_no_more() {
    let shop = Shop::new().sells("tea", 350, 100);
    let cache = PriceCache::new().with("tea", 300);

    let (price, took) = timed(price(&shop, &cache, "tea", ms(50))).await;
    // This step is about the time alone: whatever was left behind comes to its end here.
    sleep(ms(100)).await;

    assert_eq!(
        took,
        ms(50),
        "the limit is 50 ms, the shop takes 100, and the price took {took:?} instead of 50 ms: \
         does the limit end the waiting, or is it looked at afterwards?"
    );
    let nothing = timed(slow_and_uncached()).await;
    sleep(ms(100)).await;
    assert_eq!(
        nothing,
        (Price::Unknown, ms(50)),
        "with an empty cache the limit is 50 ms, too, and what nobody knows is unknown"
    );
    assert_eq!(
        price,
        Price::Cached(300),
        "the shop had not answered at the limit of 50 ms and the cache has 300; it gave {price:?}"
    );
}

/// The shop fails after 20 of 50 ms: the fallback comes after 20, whatever the cache has.
#[kit::test]
async fn step_3_a_failure_falls_back_at_once() {
    let shop = Shop::new().fails("tea", 20).fails("salt", 20);
    let cache = PriceCache::new().with("tea", 300);

    let (tea, took) = timed(price(&shop, &cache, "tea", ms(50))).await;
    let (salt, salt_took) = timed(price(&shop, &cache, "salt", ms(50))).await;

    assert_eq!(
        tea,
        Price::Cached(300),
        "the shop failed and the cache has 300; it gave {tea:?}: what became of the inner `Err`?"
    );
    assert_eq!(
        took,
        ms(20),
        "the shop failed after 20 ms, and the fallback took {took:?} instead of 20 ms: what was \
         it still waiting for? The shop was asked {} times for 2 prices",
        shop.asked().len(),
    );
    assert_eq!(
        salt,
        Price::Unknown,
        "neither the shop nor the cache knows the price, and it is {salt:?}: a made-up price is \
         worse than none"
    );
    assert_eq!(
        (salt_took, shop.asked().len()),
        (ms(20), 2),
        "a failure is told after 20 ms with an empty cache, too, and the shop is asked once for \
         each of 2 prices"
    );
}

/// The shop answers after 50 ms, and the limit is 50; another answers at once, and it is 0.
#[kit::test]
async fn step_4_an_answer_at_the_limit_counts() {
    let shop = Shop::new().sells("tea", 350, 50).sells("salt", 90, 0);
    let cache = PriceCache::new().with("tea", 300).with("salt", 80);

    let tea = price(&shop, &cache, "tea", ms(50)).await;
    let salt = price(&shop, &cache, "salt", ms(0)).await;

    assert_eq!(
        (tea, salt),
        (Price::Live(350), Price::Live(90)),
        "one answer came after 50 of 50 ms, one after 0 of 0, and 2 of 2 count: is the clock \
         looked at before the answer, or does a task ask, which gets its turn later?"
    );
}

/// Given up by the limit or by the caller, the question is gone, and the cache stays as it was.
#[kit::test]
async fn step_5_leaves_nothing_behind() {
    let shop = Shop::new().sells("tea", 350, 100);
    let cache = PriceCache::new().with("tea", 300);

    let late = price(&shop, &cache, "tea", ms(50)).await;
    kit::settle().await;
    let after_the_limit = (shop.canceled(), shop.under_way());
    let dropped = timeout(ms(20), price(&shop, &cache, "tea", ms(50))).await;
    kit::settle().await;
    let after_the_drop = (shop.canceled(), shop.under_way());

    assert!(dropped.is_err(), "the limit is 50 ms, but the call was over after 20 ms");
    assert_eq!(
        (late, cache.get("tea")),
        (Price::Cached(300), Some(300)),
        "the shop never answered in time: 300 is the price, and stays in the cache"
    );
    assert_eq!(
        (after_the_limit, after_the_drop),
        ((1, 0), (2, 0)),
        "one question was given up at the limit, then one by the caller: 1, then 2 canceled, and 0 \
         under way after each; seen {after_the_limit:?}, then {after_the_drop:?}: who owns the \
         question?"
    );
}

/// A price that takes 100 ms, with a limit of 50 and nothing in the cache.
async fn slow_and_uncached() -> Price {
    let shop = Shop::new().sells("tea", 350, 100);
    price(&shop, &PriceCache::new(), "tea", ms(50)).await
}
