//! The steps of `live`. Make them pass from the first to the last; never edit them.

use std::sync::Arc;

use kit::{Service, ms, timed};
use locks::live::Live;
use tokio::time::{sleep, timeout};

/// A configuration that cannot be copied.
#[derive(Debug, PartialEq, Eq)]
struct Config(u32);

/// A reload replaces the value and gives the new one; an old snapshot stays what it was.
#[kit::test]
async fn step_1_a_reload_replaces_the_value() {
    let store = Service::new();
    let live = Live::new(Config(1));

    let old = live.snapshot();
    let given = live.reload(async || load(&store, 2, 50).await).await.expect("it can be loaded");

    assert_eq!(*old, Config(1), "a snapshot taken before the reload stays what it was");
    assert_eq!(
        (given.0, live.snapshot().0),
        (2, 2),
        "a reload puts number 2 in place of number 1 and gives what it put there"
    );
    assert!(Arc::ptr_eq(&given, &live.snapshot()), "it gives what is in place, not a second one");
}

/// During a reload of 50 ms a reader gets the old value at once.
#[kit::test]
async fn step_2_readers_never_wait_for_a_reload() {
    let store = Service::new();
    let live = Live::new(Config(1));
    let reader = async {
        sleep(ms(20)).await;
        timed(async { live.snapshot().0 }).await
    };

    let (_, (read, took)) = tokio::join!(live.reload(async || load(&store, 2, 50).await), reader);

    assert_eq!(
        (read, took),
        (1, ms(0)),
        "during a reload, a reader got number {read} after {took:?} instead of number 1 after 0ns"
    );
}

/// A configuration that cannot be loaded is an error, and changes nothing.
#[kit::test]
async fn step_3_a_failure_keeps_the_old_value() {
    let live = Live::new(Config(1));

    let failed = live.reload(async || Err("no such file")).await;

    assert_eq!(
        (failed.map(|config| config.0), live.snapshot().0),
        (Err("no such file"), 1),
        "a reload that fails gives its error and leaves number 1 in place: was the error dropped?"
    );
}

/// A slow reload and a fast one overlap: the one called last is in place at the end.
#[kit::test]
async fn step_4_reloads_take_turns() {
    let store = Service::new();
    let live = Live::new(Config(1));

    let (_, took) = timed(async {
        tokio::join!(
            live.reload(async || load(&store, 2, 50).await),
            live.reload(async || {
                let before = live.snapshot().0;
                assert_eq!(
                    before, 2,
                    "the second reload loads when number 2 is in place, not {before}"
                );
                load(&store, 3, 10).await
            }),
        )
    })
    .await;

    let most = store.gauge().most();
    assert_eq!(
        (live.snapshot().0, most, took),
        (3, 1, ms(60)),
        "reloads of 50 and 10 ms left number {} in place instead of 3; {most} ran at once instead \
         of 1, and took {took:?} instead of 60ms: does the second one wait for its turn?",
        live.snapshot().0,
    );
}

/// Dropped after 20 of 50 ms, a reload changes nothing and holds up nobody.
#[kit::test]
async fn step_5_leaves_nothing_behind() {
    let store = Service::new();
    let live = Live::new(Config(1));

    let given_up = timeout(ms(20), live.reload(async || load(&store, 2, 50).await)).await;
    let after = live.snapshot().0;
    let (next, took) = timed(live.reload(async || load(&store, 3, 10).await)).await;

    assert!(given_up.is_err(), "loading takes 50 ms, but the reload was over after 20 ms");
    assert_eq!(after, 1, "a reload that was given up leaves number 1 in place, not {after}");
    assert_eq!(
        (next.map(|config| config.0), took),
        (Ok(3), ms(10)),
        "the next reload of 10 ms took {took:?} instead of 10ms: was the turn given back?"
    );
}

/// Loads a configuration from the store: its number after so many milliseconds.
async fn load(store: &Service, number: u32, millis: u64) -> Result<Config, &'static str> {
    store.call(&format!("load {number}"), ms(millis), Ok(Config(number))).await
}
