//! Tests for `fetch_all` that let no wrong answer through.

use gather::fetch_all::fetch_all;
use kit::{ms, timed};
use tokio::time::timeout;
use worlds::{Net, NetError, Page};

/// The second url answers first, one is broken, and one is asked for twice.
#[tokio::test(start_paused = true)]
async fn results_keep_the_order_of_the_urls() {
    let net = Net::new().page("/slow", 200).broken("/dead", 50).page("/fast", 10);

    let pages = fetch_all(&net, &urls(["/slow", "/dead", "/fast", "/fast"])).await;

    let fast = Ok(Page::of("/fast"));
    let expected = [Ok(Page::of("/slow")), Err(NetError::of("/dead")), fast.clone(), fast];
    assert_eq!(pages, expected);
}

/// Three fetches of 100 ms each.
#[tokio::test(start_paused = true)]
async fn all_fetches_run_together() {
    let net = Net::new().page("/a", 100).page("/b", 100).page("/c", 100);

    let (pages, took) = timed(fetch_all(&net, &urls(["/a", "/b", "/c"]))).await;

    let expected = ms(100);
    assert_eq!((pages.len(), took), (3, expected));
}

/// This one is yours from its first line.
#[tokio::test(start_paused = true)]
async fn a_dropped_call_leaves_no_fetch_under_way() {
    let net = Net::new().page("/a", 100).page("/b", 100);

    let call = timeout(ms(20), fetch_all(&net, &urls(["/a", "/b"]))).await;
    kit::settle().await;

    // Both halves are needed: a call that was over by then has nothing left to go on.
    assert_eq!((call.is_err(), net.under_way()), (true, 0));
}

fn urls<const N: usize>(urls: [&str; N]) -> Vec<String> {
    urls.map(str::to_owned).to_vec()
}
