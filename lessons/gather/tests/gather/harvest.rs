//! The steps of `harvest`. Make them pass from the first to the last; never edit them.

use gather::harvest::{Harvest, harvest};
use kit::{ms, timed};
use tokio::time::{sleep, timeout};
use worlds::{Net, NetError, Page};

/// A limit that is never reached stops nothing: 4 fetches of at most 30 ms take 30 ms.
#[kit::test]
async fn step_1_below_the_limit_everything_comes_in() {
    let net = Net::new().page("/a", 30).broken("/x", 10).page("/b", 20).broken("/y", 5);
    let asked = urls(["/a", "/x", "/b", "/y"]);

    let (harvest, took) = timed(harvest(&net, &asked, usize::MAX)).await;

    assert_eq!(took, ms(30), "4 fetches of at most 30 ms took {took:?} instead of 30 ms");
    assert_eq!(
        harvest,
        Harvest {
            ok: vec![page("/a"), page("/b")],
            failed: vec![failure("/x"), failure("/y")],
            canceled: vec![],
        },
        "without a stop, 2 pages and 2 failures come in, each list in the order of the urls"
    );
}

/// Failures after 10 and 20 ms, at most 2: it ends after 20 ms, while a page takes 100 ms.
#[kit::test]
async fn step_2_the_last_failure_allowed_stops_the_harvest() {
    let net = Net::new().broken("/x", 10).page("/slow", 100).broken("/y", 20);

    let (harvest, took) = timed(harvest(&net, &urls(["/x", "/slow", "/y"]), 2)).await;
    // What may still go on is the last step's business.
    sleep(ms(100)).await;

    assert_eq!(
        took,
        ms(20),
        "the second failure of at most 2 came after 20 ms, the harvest ended after {took:?} \
         instead of 20 ms: when does it look at the failures, and how many does it wait for?"
    );
    assert_eq!(
        harvest.failed,
        [failure("/x"), failure("/y")],
        "2 failures stopped the harvest, and {} were reported instead of 2",
        harvest.failed.len(),
    );
}

/// Stopped after 20 ms: of 6 urls, 2 came, 1 failed, 3 were canceled, each in its order.
#[kit::test]
async fn step_3_every_url_is_in_one_list() {
    let net = Net::new().page("/slow", 100).page("/b", 15).broken("/x", 20).page("/a", 10);
    let asked = urls(["/slow", "/b", "/x", "/slow", "/a", "/slow"]);

    let harvest = harvest(&net, &asked, 1).await;
    sleep(ms(100)).await;

    let told = harvest.ok.len() + harvest.failed.len() + harvest.canceled.len();
    assert_eq!(
        harvest,
        Harvest {
            ok: vec![page("/b"), page("/a")],
            failed: vec![failure("/x")],
            canceled: urls(["/slow", "/slow", "/slow"]),
        },
        "6 urls were asked for and {told} are in the lists instead of 6, or their order is not \
         that of the urls: what became of the fetches that were under way?"
    );
}

/// With `max_failures` 0 the first failure stops it, after 20 ms, and nothing before that does.
#[kit::test]
async fn step_4_zero_allows_no_failure() {
    let net = Net::new().page("/a", 10).broken("/x", 20).page("/slow", 100);

    let (stopped, took) = timed(harvest(&net, &urls(["/a", "/x", "/slow"]), 0)).await;
    sleep(ms(100)).await;
    let whole = harvest(&net, &urls(["/a", "/slow"]), 0).await;

    assert_eq!(
        (took, stopped.ok.len(), stopped.failed.len()),
        (ms(20), 1, 1),
        "the first failure came after 20 ms, with 1 page before it; the harvest ended after \
         {took:?} with {} pages and {} failures",
        stopped.ok.len(),
        stopped.failed.len(),
    );
    assert_eq!(
        whole.ok.len(),
        2,
        "nothing failed, and {} of 2 pages came: what stopped it?",
        whole.ok.len(),
    );
}

/// After a stop, and after being dropped, no fetch goes on: 0 under way.
#[kit::test]
async fn step_5_leaves_nothing_behind() {
    let net = Net::new().broken("/x", 10).page("/slow", 100);
    let _ = harvest(&net, &urls(["/slow", "/x", "/slow"]), 1).await;
    kit::settle().await;
    assert_eq!(
        net.under_way(),
        0,
        "the harvest stopped, and {} fetches go on instead of 0: who stops them?",
        net.under_way(),
    );

    let call = timeout(ms(20), harvest(&net, &urls(["/slow", "/slow"]), 1)).await;
    kit::settle().await;
    assert!(call.is_err(), "each fetch takes 100 ms, but the harvest was over within 20 ms");
    assert_eq!(
        net.under_way(),
        0,
        "the call was dropped after 20 ms, and {} fetches go on instead of 0",
        net.under_way(),
    );
}

fn page(url: &str) -> (String, Page) {
    (url.to_owned(), Page::of(url))
}

fn failure(url: &str) -> (String, NetError) {
    (url.to_owned(), NetError::of(url))
}

fn urls<const N: usize>(urls: [&str; N]) -> Vec<String> {
    urls.map(str::to_owned).to_vec()
}
