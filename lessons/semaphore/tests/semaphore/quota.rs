//! The steps of `quota`. Make them pass from the first to the last; never edit them.

use futures::future::join_all;
use kit::{Journal, ms};
use semaphore::quota::Quota;
use tokio::{
    join,
    runtime::Handle,
    time::{Instant, sleep, timeout},
};

/// 10 a second, bursts of 3: six calls in a row pass at 0, 0, 0, 100, 200 and 300 ms.
#[kit::test]
async fn step_1_a_burst_passes_and_then_the_rate_holds() {
    let quota = Quota::new(10, 3);

    let passed = row_of_calls(&quota, 6).await;

    assert_eq!(
        passed,
        [0, 0, 0, 100, 200, 300],
        "six calls at 10 a second in bursts of 3 passed at {passed:?} ms"
    );
}

/// After ten idle seconds no more than the burst has piled up: 0, 0, 0, 100 ms.
#[kit::test]
async fn step_2_idle_time_fills_no_more_than_the_burst() {
    let quota = Quota::new(10, 3);
    row_of_calls(&quota, 3).await;
    sleep(ms(10_000)).await;

    let passed = row_of_calls(&quota, 4).await;

    assert_eq!(
        passed,
        [0, 0, 0, 100],
        "after 10 idle seconds, four calls in bursts of 3 passed at {passed:?} ms: \
         how many tokens does the bucket hold?"
    );
}

/// The bucket is emptied at 0 ms: a call at 150 ms takes the token of 100, the next that of 200.
#[kit::test]
async fn step_3_no_part_of_a_token_is_lost() {
    let quota = Quota::new(10, 3);
    row_of_calls(&quota, 3).await;
    sleep(ms(150)).await;

    let passed = row_of_calls(&quota, 2).await;

    assert_eq!(
        passed,
        [0, 50],
        "tokens come at 100 and at 200 ms; two calls at 150 ms passed {passed:?} ms later: \
         at 150 ms half of the second token is there already"
    );
}

/// Calls that come at 5, 40 and 100 ms pass in this order, at 100, 200 and 300 ms.
#[kit::test]
async fn step_4_first_come_first_served() {
    let quota = Quota::new(10, 1);
    let journal = Journal::new();
    quota.acquire().await;

    let calls = [("a", 5), ("b", 40), ("c", 100)].map(async |(name, millis)| {
        sleep(ms(millis)).await;
        quota.acquire().await;
        journal.mark(name);
    });
    join_all(calls).await;

    let passed = journal.marks();
    assert_eq!(
        passed,
        [(100, "a".to_owned()), (200, "b".to_owned()), (300, "c".to_owned())],
        "three calls waited together and passed so: {passed:?}; each token belongs to the call \
         that has waited longest, and to it alone"
    );

    let (quota, start) = (Quota::new(10, 3), Instant::now());
    let together = (0..6).map(async |_| {
        quota.acquire().await;
        start.elapsed().as_millis()
    });
    let passed = join_all(together).await;
    assert_eq!(
        passed,
        [0, 0, 0, 100, 200, 300],
        "six calls of one instant, in bursts of 3, passed at {passed:?} ms: does a call see the \
         bucket as it was before another one took its token?"
    );
}

/// A call given up at 50 ms takes no token along: the one behind it passes at 100 ms, not at 200.
#[kit::test]
async fn step_5_a_canceled_call_costs_nothing() {
    let quota = Quota::new(10, 1);
    let start = Instant::now();
    quota.acquire().await;

    let gives_up = timeout(ms(50), quota.acquire());
    let behind = async {
        quota.acquire().await;
        start.elapsed()
    };
    let (gave_up, passed) = join!(gives_up, behind);

    assert!(gave_up.is_err(), "the next token comes at 100 ms, but a call passed before 50 ms");
    assert_eq!(
        passed,
        ms(100),
        "the first in line gave up at 50 ms, and the second passed at {passed:?} instead of \
         100ms: when is the token taken, before the wait or after it?"
    );
}

/// A quota that is in use, and one that was dropped, have no task.
#[kit::test]
async fn step_6_leaves_nothing_behind() {
    let quota = Quota::new(10, 1);
    row_of_calls(&quota, 2).await;
    kit::settle().await;

    let alive = Handle::current().metrics().num_alive_tasks();

    assert_eq!(alive, 0, "{alive} tasks fill the bucket instead of 0: time alone can fill it");
}

/// Makes `count` calls, one after the other, and gives the milliseconds at which each one passed.
async fn row_of_calls(quota: &Quota, count: usize) -> Vec<u128> {
    let start = Instant::now();
    let mut passed = Vec::new();
    for _ in 0..count {
        quota.acquire().await;
        passed.push(start.elapsed().as_millis());
    }
    passed
}
