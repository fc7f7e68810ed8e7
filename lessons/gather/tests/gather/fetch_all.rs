//! The steps of `fetch_all`. Make them pass from the first to the last; never edit them.

use gather::fetch_all::fetch_all;
use kit::{ms, timed};
use worlds::{Net, NetError, Page};

/// Two mirrors, two pages, in the order of the urls: the second one answers first.
#[kit::test]
async fn step_1_results_keep_the_order_of_the_urls() {
    let net = Net::new().page("/slow", 200).page("/fast", 10);

    let pages = fetch_all(&net, &urls(["/slow", "/fast"])).await;

    assert_eq!(
        pages,
        [Ok(Page::of("/slow")), Ok(Page::of("/fast"))],
        "the result at index `i` belongs to `urls[i]`, whichever answered first"
    );
}

/// Three fetches of 100 ms take 100 ms, not 300.
#[kit::test]
async fn step_2_all_fetches_run_together() {
    let net = Net::new().page("/a", 100).page("/b", 100).page("/c", 100);

    let (_, took) = timed(fetch_all(&net, &urls(["/a", "/b", "/c"]))).await;

    assert_eq!(
        took,
        ms(100),
        "three fetches of 100 ms took {took:?} instead of 100 ms, at most {} of 3 at once: \
         a fetch waits for the one before it",
        net.most_at_once(),
    );
}

/// A dead mirror is an `Err` in its place, and costs nobody else anything.
#[kit::test]
async fn step_3_one_failure_loses_nothing_else() {
    let net = Net::new().page("/a", 50).broken("/dead", 10).page("/b", 50);

    let pages = fetch_all(&net, &urls(["/a", "/dead", "/b"])).await;

    let expected = [Ok(Page::of("/a")), Err(NetError::of("/dead")), Ok(Page::of("/b"))];
    let in_place = pages.iter().zip(&expected).filter(|(page, expected)| page == expected).count();
    assert_eq!(
        pages,
        expected,
        "one of three fetches failed; {} results came back instead of 3, and {in_place} of 3 are \
         right and in their place: was an error dropped, or did it end the other fetches?",
        pages.len(),
    );
}

/// The same url twice is two fetches and two results.
#[kit::test]
async fn step_4_the_same_url_twice_is_fetched_twice() {
    let net = Net::new().page("/a", 30).page("/b", 20);

    let pages = fetch_all(&net, &urls(["/a", "/b", "/a"])).await;

    assert_eq!(pages.len(), 3, "3 urls gave {} results: was something kept by url?", pages.len());
    assert_eq!(
        net.fetched().len(),
        3,
        "3 urls took {} fetches instead of 3: each one is fetched once each time it is asked for",
        net.fetched().len(),
    );
}

/// Dropped after 20 ms, nothing of it goes on: no fetch and no task.
#[kit::test]
async fn step_5_leaves_nothing_behind() {
    let net = Net::new().page("/a", 10).page("/b", 100).page("/c", 100);

    let call = tokio::time::timeout(ms(20), fetch_all(&net, &urls(["/a", "/b", "/c"]))).await;
    kit::settle().await;

    assert!(call.is_err(), "the slowest fetch takes 100 ms, but the call was over after 20 ms");
    assert_eq!(
        (net.canceled(), net.under_way()),
        (2, 0),
        "the call was dropped with 2 fetches under way; {} were dropped with it instead of 2, \
         {} went on: who owns the fetches?",
        net.canceled(),
        net.under_way(),
    );
}

fn urls<const N: usize>(urls: [&str; N]) -> Vec<String> {
    urls.map(str::to_owned).to_vec()
}
