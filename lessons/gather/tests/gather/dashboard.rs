//! The steps of `dashboard`. Make them pass from the first to the last; never edit them.

use gather::dashboard::{Dashboard, dashboard};
use kit::{ms, timed};
use tokio::time::{sleep, timeout};
use worlds::{Api, ApiError, Credit, Order, Profile, UserId};

const USER: UserId = UserId(7);

/// All three parts of the right customer, each loaded with one call.
#[kit::test]
async fn step_1_all_three_parts_are_shown() {
    let api = Api::new();

    let page = dashboard(&api, USER).await;

    let (profile, orders, credit) = (Profile::of(USER), Order::all_of(USER), Credit::of(USER));
    assert_eq!(
        page,
        Ok(Dashboard { profile, orders, credit }),
        "the page shows profile, orders and credit of the user it was asked for"
    );
    let mut called = api.called();
    called.sort();
    assert_eq!(
        called,
        ["credit", "orders", "profile"],
        "the page needs 3 calls, one for each part, and made {}",
        called.len(),
    );
}

/// Calls of 50, 100 and 70 ms take 100 ms.
#[kit::test]
async fn step_2_the_three_calls_run_together() {
    let api = Api::new().answers("profile", 50).answers("orders", 100).answers("credit", 70);

    let (_, took) = timed(dashboard(&api, USER)).await;

    assert_eq!(
        took,
        ms(100),
        "calls of 50, 100 and 70 ms took {took:?} instead of 100 ms, at most {} of 3 at once: \
         does a call wait for another one?",
        api.most_at_once(),
    );
}

/// The profile fails after 20 ms: so does the page, while the others would take 100 ms.
#[kit::test]
async fn step_3_a_failure_ends_the_page_at_once() {
    let api = Api::new().fails("profile", 20).answers("orders", 100).answers("credit", 100);

    let (page, took) = timed(dashboard(&api, USER)).await;
    // What may still go on is the last step's business.
    sleep(ms(100)).await;

    assert_eq!(page, Err(ApiError::of("profile")), "the profile's failure is the page's result");
    assert_eq!(
        took,
        ms(20),
        "the profile failed after 20 ms and the page after {took:?} instead of 20 ms: \
         what was it still waiting for?"
    );
}

/// The credit fails after 20 ms, the orders after 60 ms: the page has the error of the credit.
#[kit::test]
async fn step_4_the_earliest_failure_counts() {
    let api = Api::new().fails("orders", 60).fails("credit", 20);

    let (page, took) = timed(dashboard(&api, USER)).await;
    sleep(ms(100)).await;

    assert_eq!(
        (&page, took),
        (&Err(ApiError::of("credit")), ms(20)),
        "the credit failed after 20 ms, the orders after 60 ms; the page came after {took:?} \
         instead of 20 ms: are the answers looked at in a fixed order?"
    );
}

/// After a failure, and after being dropped, no call goes on: 0 under way.
#[kit::test]
async fn step_5_leaves_nothing_behind() {
    let api = Api::new().answers("profile", 100).answers("orders", 100).fails("credit", 20);
    let _ = dashboard(&api, USER).await;
    kit::settle().await;
    assert_eq!(
        api.under_way(),
        0,
        "the page failed, and {} calls go on for it instead of 0: who owns them?",
        api.under_way(),
    );

    let api = Api::new().answers("profile", 100).answers("orders", 100).answers("credit", 100);
    let page = timeout(ms(20), dashboard(&api, USER)).await;
    kit::settle().await;
    assert!(page.is_err(), "each call takes 100 ms, but the page was there within 20 ms");
    assert_eq!(
        api.under_way(),
        0,
        "the page was given up after 20 ms, and {} calls go on for it instead of 0",
        api.under_way(),
    );
}
