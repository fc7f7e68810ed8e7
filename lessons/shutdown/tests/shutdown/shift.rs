//! The steps of `shift`. Make them pass from the first to the last; never edit them.

use std::time::Duration;

use kit::{ms, timed};
use shutdown::shift::{Handover, shift};
use tokio::{
    join,
    sync::mpsc::{self, Sender},
    time::{sleep, timeout},
};
use tokio_util::sync::CancellationToken;
use worlds::{Laundry, Load};

/// Two workers, loads of 100, 200, 100 and 100 ms, and nobody who could send more: 300 ms.
#[kit::test]
async fn step_1_the_workers_share_the_loads() {
    let laundry = Laundry::new();
    let (sender, loads) = mpsc::channel(8);
    hand_in(&sender, [100, 200, 100, 100]);
    drop(sender);

    let working = shift(&["ann", "bob"], loads, CancellationToken::new(), ms(50), &laundry);
    let (handover, took) = timed(working).await;

    assert_eq!(
        (laundry.washed(), took),
        (4, ms(300)),
        "two workers wash loads of 100, 200, 100 and 100 ms, one after another each: {} of 4 were \
         washed after {took:?} instead of 300ms. Who waits for whom?",
        laundry.washed(),
    );
    assert_eq!(handover, Handover::default(), "no load waits, and nobody is late without a stop");
}

/// Stopped at 50 ms, with loads of 100 and 200 ms in hand: both are finished, at 200 ms.
#[kit::test]
async fn step_2_a_load_in_hand_is_finished() {
    let laundry = Laundry::new();

    let (handover, took) = stopped_at_50(&["ann", "bob"], &laundry, [100, 200], ms(1000)).await;

    assert_eq!(
        (laundry.washed(), laundry.canceled()),
        (2, 0),
        "two workers had a load in hand when the shift ended, and time enough: washed are {} \
         instead of 2, taken out wet {} instead of 0. What was dropped, and by whom?",
        laundry.washed(),
        laundry.canceled(),
    );
    assert_eq!(took, ms(200), "the last load ends at 200 ms, and the call ended after {took:?}");
    assert_eq!(handover, Handover::default(), "both were done in time, and no load waits");
}

/// Stopped at 50 ms while three workers wait for a load: 50 ms. With one of them at work: 120 ms.
#[kit::test]
async fn step_3_who_waits_goes_home_at_once() {
    let names = ["ann", "bob", "cy"];
    let (idle, took) = stopped_at_50(&names, &Laundry::new(), [], ms(1000)).await;
    let (one_at_work, took_one) = stopped_at_50(&names, &Laundry::new(), [120], ms(1000)).await;

    assert_eq!(
        (took, took_one),
        (ms(50), ms(120)),
        "three workers waited for a load when the shift ended at 50 ms: it took {took:?} instead of \
         50ms, and {took_one:?} instead of 120ms with a load of 120 ms in one worker's hand. What \
         tells somebody who waits for a load that none will come?"
    );
    let nobody = Handover::default();
    assert_eq!((idle, one_at_work), (nobody.clone(), nobody), "nobody is late, and no load waits");
}

/// Three loads wait at the stop, another one comes with it, and a last one after it: the first four
/// are handed over in their order. It is tried 20 times: `select!` draws lots.
#[kit::test]
async fn step_4_what_waits_is_handed_over() {
    kit::repeat(20, async || {
        let laundry = Laundry::new();
        let (sender, loads) = mpsc::channel(8);
        let stop = CancellationToken::new();
        hand_in(&sender, [100, 1, 2, 3]);
        let (handover, is_open) =
            join!(shift(&["ann"], loads, stop.clone(), ms(1000), &laundry), async {
                sleep(ms(50)).await;
                hand_in(&sender, [4]);
                stop.cancel();
                sleep(ms(10)).await;
                sender.try_send(Load::new("too late", 5)).is_ok()
            });

        let idle = Laundry::new();
        let (sender, loads) = mpsc::channel(8);
        let stop = CancellationToken::new();
        let (of_the_idle, ()) = join!(shift(&["ann"], loads, stop.clone(), ms(1000), &idle), async {
            sleep(ms(50)).await;
            hand_in(&sender, [1]);
            stop.cancel();
        });

        let begun = (laundry.begun().len(), idle.begun().len());
        assert_eq!(
            begun,
            (1, 0),
            "a worker with a load in hand began {} loads in all instead of 1, and one who waited when \
             a load and the stop came in the same moment began {} instead of 0: which of the two is \
             asked first?",
            begun.0,
            begun.1,
        );
        assert!(!is_open, "a load was taken in 10 ms after the stop: its sender must get an error");
        let waiting = [&handover, &of_the_idle].map(|it| it.waiting.iter().map(|load| load.millis));
        assert_eq!(
            waiting.map(Iterator::collect::<Vec<_>>),
            [vec![1, 2, 3, 4], vec![1]],
            "what waits at the stop is handed over in the order in which it came, loads of 1, 2, 3 \
             and 4 ms, and one of 1 ms: what becomes of a queue whose receiver is dropped?"
        );
    })
    .await;
}

/// Stopped at 50 ms with 200 ms of grace: who has a load of 9 s is late, and at 250 ms all are gone.
#[kit::test]
async fn step_5_who_is_late_is_named() {
    let names = ["cy", "bob", "ann"];
    let laundry = Laundry::new();
    let (all_late, took) = stopped_at_50(&names, &laundry, [9000, 9000, 9000], ms(200)).await;
    // Nothing is awaited in between: an aborted task that has not run since is still there.
    let under_way = laundry.under_way();
    let (one_late, took_one) =
        stopped_at_50(&names, &Laundry::new(), [100, 9000, 240], ms(200)).await;

    assert_eq!(
        (took, under_way),
        (ms(250), 0),
        "stopped at 50 ms with 200 ms of grace for all, it took {took:?} instead of 250ms, and then \
         loads in the drums: {under_way} instead of 0. Is the grace one for all, and who waits until \
         an aborted task is gone?"
    );
    assert_eq!(
        all_late.late, names,
        "three of three are late, in the order of the names: who is not home when the grace is over?"
    );
    assert_eq!(
        (one_late.late.len(), took_one),
        (1, ms(250)),
        "loads of 100 and 240 ms are done within 250 ms, one of 9 s is not: 1 of 3 is late, and named \
         are {:?}; all are gone after {took_one:?} instead of 250ms: does the grace begin anew \
         whenever somebody is done?",
        one_late.late,
    );
}

/// Dropped at 50 ms, nothing of it goes on: no load and no task.
#[kit::test]
async fn step_6_leaves_nothing_behind() {
    let laundry = Laundry::new();
    let (sender, loads) = mpsc::channel(8);
    hand_in(&sender, [100, 200]);

    let working = shift(&["ann", "bob"], loads, CancellationToken::new(), ms(1000), &laundry);
    let call = timeout(ms(50), working).await;
    kit::settle().await;

    let under_way = laundry.under_way();
    assert!(call.is_err(), "the shorter load takes 100 ms, but the call was over after 50 ms");
    assert_eq!(
        under_way, 0,
        "the call was dropped with 2 loads in the drums; loads that go on: {under_way} instead of \
         0. Who owns the workers?"
    );
}

/// Hands loads of these milliseconds in, cancels the stop at 50 ms, and gives the handover with the
/// time of the whole call. The sender stays until the end.
async fn stopped_at_50<const N: usize>(
    names: &[&str],
    laundry: &Laundry,
    millis: [u64; N],
    grace: Duration,
) -> (Handover, Duration) {
    let (sender, loads) = mpsc::channel(8);
    let stop = CancellationToken::new();
    hand_in(&sender, millis);
    let stopping = async {
        sleep(ms(50)).await;
        stop.cancel();
    };
    let working = shift(names, loads, stop.clone(), grace, laundry);
    let (timed_handover, ()) = join!(timed(working), stopping);
    drop(sender);
    timed_handover
}

fn hand_in<const N: usize>(sender: &Sender<Load>, millis: [u64; N]) {
    for millis in millis {
        let load = Load::new(&format!("load of {millis} ms"), millis);
        sender.try_send(load).expect("the queue is long enough and open");
    }
}
