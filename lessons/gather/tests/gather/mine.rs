//! Your own tests for `fetch_all`: replace each `todo!` with an assertion.
//!
//! `cargo test -p gather mine` runs them on your code. `cargo checker run gather/mine` runs them on
//! the reference too, which must pass, and on a row of wrong answers: most must be caught, and what
//! slips through is listed. Aim at none.

use gather::fetch_all::fetch_all;
use kit::{ms, timed};
use worlds::{Net, NetError, Page};

/// The second url answers first, one is broken, and one is asked for twice.
#[tokio::test(start_paused = true)]
async fn results_keep_the_order_of_the_urls() {
    let net = Net::new().page("/slow", 200).broken("/dead", 50).page("/fast", 10);

    let pages = fetch_all(&net, &urls(["/slow", "/dead", "/fast", "/fast"])).await;

    let fast = Ok(Page::of("/fast"));
    let expected = [Ok(Page::of("/slow")), Err(NetError::of("/dead")), fast.clone(), fast];
    todo!("assert that {pages:?} are {expected:?}, in this order")
}

/// Three fetches of 100 ms each.
#[tokio::test(start_paused = true)]
async fn all_fetches_run_together() {
    let net = Net::new().page("/a", 100).page("/b", 100).page("/c", 100);

    let (pages, took) = timed(fetch_all(&net, &urls(["/a", "/b", "/c"]))).await;

    let expected = ms(100);
    todo!("assert that {} fetches of 100 ms, which took {took:?}, took {expected:?}", pages.len())
}

/// This one is yours from its first line.
#[tokio::test(start_paused = true)]
async fn a_dropped_call_leaves_no_fetch_under_way() {
    todo!(
        "arrange two slow pages, give their fetch up early with `tokio::time::timeout`, let tasks \
         end with `kit::settle().await`, and assert that `net.under_way()` is 0"
    )
}

fn urls<const N: usize>(urls: [&str; N]) -> Vec<String> {
    urls.map(str::to_owned).to_vec()
}
