//! The steps of `first_ok`. Make them pass from the first to the last; never edit them.

use gather::first_ok::first_ok;
use kit::{ms, timed};
use tokio::time::{sleep, timeout};
use worlds::{Net, NetError, Page};

/// Mirrors of 50 and 10 ms: the page of the second one, after 10 ms.
#[kit::test]
async fn step_1_the_fastest_mirror_wins() {
    let net = Net::new().page("/slow", 50).page("/fast", 10);

    let (page, took) = timed(first_ok(&net, &urls(["/slow", "/fast"]))).await;
    // What may still go on is the last step's business.
    sleep(ms(100)).await;

    assert_eq!(
        (&page, took),
        (&Ok(Page::of("/fast")), ms(10)),
        "the fastest of 2 mirrors takes 10 ms, the result came after {took:?}: \
         does a mirror wait for another one, or is the order of the list kept?"
    );
}

/// A failure after 1 ms, pages after 10 and 50 ms: the page of 10 ms wins.
#[kit::test]
async fn step_2_a_failure_does_not_win() {
    let net = Net::new().broken("/dead", 1).page("/fast", 10).page("/slow", 50);

    let (page, took) = timed(first_ok(&net, &urls(["/dead", "/fast", "/slow"]))).await;
    sleep(ms(100)).await;

    assert_eq!(
        (&page, took),
        (&Ok(Page::of("/fast")), ms(10)),
        "a mirror failed after 1 ms, the next had a page after 10 ms, the result came after \
         {took:?}: did the failure end the race?"
    );
    assert_eq!(
        net.fetched().len(),
        3,
        "3 mirrors took {} fetches instead of 3: each one is asked once",
        net.fetched().len(),
    );
}

/// Three mirrors fail, the last one first: three errors, in the order of the mirrors.
#[kit::test]
async fn step_3_if_all_fail_every_error_is_told() {
    let net = Net::new().broken("/a", 30).broken("/b", 20).broken("/c", 10);

    let result = first_ok(&net, &urls(["/a", "/b", "/c"])).await;

    let errors = result.expect_err("no mirror gave a page");
    assert_eq!(
        errors,
        ["/a", "/b", "/c"].map(NetError::of),
        "3 of 3 mirrors failed and {} errors came back: every one of them, in the order of the \
         mirrors, whichever failed first",
        errors.len(),
    );
}

/// No mirrors: no page and no errors, but no crash either.
#[kit::test]
async fn step_4_without_mirrors_there_is_nothing_to_tell() {
    let net = Net::new();

    let result = first_ok(&net, &[]).await;

    assert_eq!(result, Err(vec![]), "0 mirrors give 0 errors");
}

/// Forty mirrors, the last one is the fastest: it still wins after 10 ms.
#[kit::test]
async fn step_5_forty_mirrors_race_as_two_do() {
    let slow = (0..39).map(|n| format!("/slow/{n}"));
    let mirrors: Vec<String> = slow.chain(["/fast".to_owned()]).collect();
    let net = mirrors.iter().fold(Net::new(), |net, mirror| net.page(mirror, 50));
    let net = net.page("/fast", 10);

    let (page, took) = timed(first_ok(&net, &mirrors)).await;
    sleep(ms(100)).await;

    assert_eq!(
        (&page, took),
        (&Ok(Page::of("/fast")), ms(10)),
        "the fastest of 40 mirrors takes 10 ms, the result came after {took:?}, at most {} of 40 \
         at once: what treats a long list in another way than a short one?",
        net.most_at_once(),
    );
}

/// After a win, and after being dropped, no fetch goes on: 0 under way.
#[kit::test]
async fn step_6_leaves_nothing_behind() {
    let net = Net::new().page("/fast", 10).page("/slow", 50);
    let _ = first_ok(&net, &urls(["/fast", "/slow"])).await;
    kit::settle().await;
    assert_eq!(
        net.under_way(),
        0,
        "the race is won, and {} fetches go on instead of 0: who stops the losers?",
        net.under_way(),
    );

    let net = Net::new().page("/a", 100).page("/b", 100);
    let call = timeout(ms(20), first_ok(&net, &urls(["/a", "/b"]))).await;
    kit::settle().await;
    assert!(call.is_err(), "each mirror takes 100 ms, but the call was over within 20 ms");
    assert_eq!(
        net.under_way(),
        0,
        "the call was dropped after 20 ms, and {} fetches go on instead of 0",
        net.under_way(),
    );
}

fn urls<const N: usize>(urls: [&str; N]) -> Vec<String> {
    urls.map(str::to_owned).to_vec()
}
