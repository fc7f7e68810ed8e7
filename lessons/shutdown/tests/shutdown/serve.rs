//! The steps of `serve`. Make them pass from the first to the last; never edit them.

use std::time::Duration;

use kit::{ms, timed};
use shutdown::serve::{Report, serve};
use tokio::{
    join,
    sync::mpsc::{self, Sender},
    time::{sleep, timeout},
};
use tokio_util::sync::CancellationToken;
use worlds::{Laundry, Load};

/// Three loads of 100, 200 and 300 ms, and nobody who could send another: 3 are washed in 300 ms.
#[kit::test]
async fn step_1_every_load_is_washed() {
    let laundry = Laundry::new();
    let (sender, loads) = mpsc::channel(8);
    hand_in(&sender, [100, 200, 300]);
    drop(sender);

    let (report, took) = timed(serve(loads, CancellationToken::new(), ms(1000), &laundry)).await;

    let (sender, loads) = mpsc::channel(8);
    hand_in(&sender, [10]);
    let stop = CancellationToken::new();
    let day = Laundry::new();
    let (of_the_day, ()) = join!(serve(loads, stop.clone(), ms(1000), &day), async {
        sleep(ms(20)).await;
        hand_in(&sender, [10]);
        sleep(ms(30)).await;
        stop.cancel();
    });
    assert_eq!(
        of_the_day,
        Report { finished: 2, aborted: 0, refused: 0 },
        "2 loads came one after the other, and both were done before the stop: is a load that ends \
         during the day counted, and the door open after it?"
    );

    assert_eq!(
        report,
        Report { finished: 3, aborted: 0, refused: 0 },
        "3 loads were handed in and the last sender left: is one lost, or not waited for?"
    );
    assert_eq!(
        took,
        ms(300),
        "loads of 100, 200 and 300 ms took {took:?} instead of 300 ms, at most {} of 3 at the \
         same time: who waits for whom?",
        laundry.most_at_once(),
    );
}

/// Stopped after 50 ms, with 100 ms and 300 ms loads in the drums: 2 are finished, after 300 ms.
#[kit::test]
async fn step_2_what_is_in_the_drums_is_finished() {
    let (report, took) = stopped_at_50(&Laundry::new(), [100, 300], ms(1000)).await;

    assert_eq!(
        report,
        Report { finished: 2, aborted: 0, refused: 0 },
        "2 loads were in the drums at closing time, and there was time for both: what became of \
         them?"
    );
    assert_eq!(
        took,
        ms(300),
        "the last load ended after 300 ms and the call after {took:?} instead of 300 ms"
    );
}

/// Stopped after 50 ms with 200 ms of grace: the load of 100 ms is finished, the one of 9 s is not,
/// and at 250 ms the drums are empty. If the last sender leaves at once, they are at 200 ms.
#[kit::test]
async fn step_3_the_grace_has_an_end() {
    let laundry = Laundry::new();

    let (report, took) = stopped_at_50(&laundry, [100, 9000], ms(200)).await;
    // Nothing is awaited in between: an aborted task that has not run since is still there.
    let under_way = laundry.under_way();

    assert_eq!(
        took,
        ms(250),
        "stopped after 50 ms with 200 ms of grace, it took {took:?} instead of 250 ms"
    );
    assert_eq!(
        report,
        Report { finished: 1, aborted: 1, refused: 0 },
        "of 2 loads in the drums, 1 ended within the grace and 1 did not"
    );
    assert_eq!(
        under_way, 0,
        "when it returned, {under_way} of 2 loads were still in the drums instead of 0: to abort a \
         task is a request; who waits until it is gone?"
    );

    let (sender, loads) = mpsc::channel(8);
    hand_in(&sender, [100, 9000]);
    drop(sender);
    let report = timed(serve(loads, CancellationToken::new(), ms(200), &Laundry::new())).await;
    assert_eq!(
        report,
        (Report { finished: 1, aborted: 1, refused: 0 }, ms(200)),
        "no sender was left at 0 ms, and the grace was 200 ms: the end of the queue is the beginning \
         of the drain, as the stop is"
    );
}

/// A load waits in the queue in the moment of the stop: it is refused, not begun. A sender who comes
/// later gets an error. It is tried 20 times: `select!` draws lots.
#[kit::test]
async fn step_4_nothing_is_begun_after_the_stop() {
    kit::repeat(20, async || {
        let laundry = Laundry::new();
        let (sender, loads) = mpsc::channel(8);
        let stop = CancellationToken::new();
        hand_in(&sender, [100]);

        let (report, is_open) = join!(serve(loads, stop.clone(), ms(1000), &laundry), async {
            sleep(ms(50)).await;
            sender.try_send(Load::new("queued", 10)).expect("the queue is long enough and open");
            sender
                .try_send(Load::new("queued too", 10))
                .expect("the queue is long enough and open");
            stop.cancel();
            sleep(ms(1)).await;
            sender.try_send(Load::new("late", 10)).is_ok()
        });

        let begun = laundry.begun().len();
        assert_eq!(
            begun, 1,
            "{begun} loads were begun instead of 1: the other one was still in the queue when the \
             stop came; which branch of a `select!` is taken when two are ready?"
        );
        assert_eq!(
            report,
            Report { finished: 1, aborted: 0, refused: 2 },
            "1 load was in its drum and 2 waited: who counts those that are never begun?"
        );
        assert!(!is_open, "the laundry was draining, and 1 load was still taken instead of 0");
    })
    .await;
}

/// Stopped after 50 ms with nothing in the drums: the grace is not waited for.
#[kit::test]
async fn step_5_an_idle_laundry_closes_at_once() {
    let (report, took) = stopped_at_50(&Laundry::new(), [], ms(1000)).await;

    assert_eq!(report, Report::default(), "nothing was handed in");
    assert_eq!(
        took,
        ms(50),
        "the drums were empty when the stop came after 50 ms, and the call took {took:?} instead \
         of 50 ms: what was it waiting for?"
    );
}

/// Dropped after 50 ms, nothing of it goes on: no load and no task.
#[kit::test]
async fn step_6_leaves_nothing_behind() {
    let laundry = Laundry::new();
    let (sender, loads) = mpsc::channel(8);
    hand_in(&sender, [100, 200]);

    let serving = serve(loads, CancellationToken::new(), ms(1000), &laundry);
    let call = timeout(ms(50), serving).await;
    kit::settle().await;

    let under_way = laundry.under_way();
    assert!(call.is_err(), "the shortest load takes 100 ms, but the call was over after 50 ms");
    assert_eq!(
        under_way, 0,
        "the call was dropped with 2 loads in the drums; {under_way} went on instead of 0: who \
         owns the tasks?"
    );
}

/// Hands loads of these milliseconds in, cancels the stop after 50 ms, and gives the report with
/// the time of the whole call. The sender stays until the end.
async fn stopped_at_50<const N: usize>(
    laundry: &Laundry,
    millis: [u64; N],
    grace: Duration,
) -> (Report, Duration) {
    let (sender, loads) = mpsc::channel(8);
    let stop = CancellationToken::new();
    hand_in(&sender, millis);
    let stopping = async {
        sleep(ms(50)).await;
        stop.cancel();
    };
    let (report, ()) = join!(timed(serve(loads, stop.clone(), grace, laundry)), stopping);
    drop(sender);
    report
}

fn hand_in<const N: usize>(sender: &Sender<Load>, millis: [u64; N]) {
    for (number, millis) in millis.into_iter().enumerate() {
        let load = Load::new(&format!("load {number}"), millis);
        sender.try_send(load).expect("the queue is long enough and open");
    }
}
