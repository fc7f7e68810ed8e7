//! The steps of `idle`. Make them pass from the first to the last; never edit them.

use std::time::Duration;

use kit::{ms, timed};
use timeouts::idle::{Why, read_until_idle};
use tokio::{
    join,
    sync::mpsc::{self, Receiver, Sender},
    time::{Instant, sleep_until},
};

/// Samples at 0, 30 and 60 ms, and the probe is gone at 70: three samples, and that is the end.
#[kit::test]
async fn step_1_everything_is_read_until_the_probe_is_gone() {
    let (probe, mut samples) = mpsc::channel(16);
    probe.send(-18).await.expect("the channel is open");

    let send = async { drop(send_at(probe, &[(30, -17), (60, -17)], 70).await) };
    let ((), reading) = join!(biased; send, read(&mut samples, 100, 1_000));

    assert_eq!(
        reading,
        (vec![-18, -17, -17], Why::Closed, ms(70)),
        "one sample was there before the call, two came, and the probe was gone at 70 ms: 3 \
         samples, `Closed`, 70ms; seen are {} samples, `{:?}` and {:?}: what does `recv` give when \
         nobody sends any more?",
        reading.0.len(),
        reading.1,
        reading.2,
    );
}

/// An idle time of 50 ms, samples at 40, 80 and 120: it ends at 170. Without any, it ends at 50.
#[kit::test]
async fn step_2_each_sample_starts_the_idle_time_anew() {
    let (probe, mut samples) = mpsc::channel(16);
    let (_broken_probe, mut nothing) = mpsc::channel(16);

    let send = send_at(probe, &[(40, 1), (80, 2), (120, 3)], 500);
    let (_probe, reading, silence) =
        join!(biased; send, read(&mut samples, 50, 1_000), read(&mut nothing, 50, 1_000));

    assert_eq!(
        reading,
        (vec![1, 2, 3], Why::Idle, ms(170)),
        "the last of three samples came at 120 ms, and then nothing for 50 ms: 3 samples, `Idle`, \
         170ms; seen are {} samples, `{:?}` and {:?}: from when on does the idle time count?",
        reading.0.len(),
        reading.1,
        reading.2,
    );
    assert_eq!(
        silence,
        (vec![], Why::Idle, ms(50)),
        "a probe that sends nothing has been idle since the call: 0 samples, `Idle`, 50ms; seen \
         are {} samples, `{:?}` and {:?}: does the idle time wait for a first sample?",
        silence.0.len(),
        silence.1,
        silence.2,
    );
}

/// A sample every 40 ms and never idle for 50: after 210 ms it is over, with five samples.
#[kit::test]
async fn step_3_no_sample_extends_the_total_time() {
    let (probe, mut samples) = mpsc::channel(16);

    let script = [(40, 1), (80, 2), (120, 3), (160, 4), (200, 5), (240, 6), (280, 7)];
    let send = async { drop(send_at(probe, &script, 290).await) };
    let ((), reading) = join!(biased; send, read(&mut samples, 50, 210));

    assert_eq!(
        reading,
        (vec![1, 2, 3, 4, 5], Why::Total, ms(210)),
        "a probe that sends every 40 ms is cut off after a total of 210 ms: 5 samples, `Total`, \
         210ms; seen are {} samples, `{:?}` and {:?}: who starts the total time, who looks at it \
         while nothing comes, and where are the samples then?",
        reading.0.len(),
        reading.1,
        reading.2,
    );
}

/// Samples and an end that come exactly at a limit are in time, again and again.
#[kit::test]
async fn step_4_what_is_there_at_the_limit_counts() {
    kit::repeat(50, async || {
        let (probe, mut samples) = mpsc::channel(16);
        let (fast_probe, mut fast) = mpsc::channel(16);

        let slow = async { drop(send_at(probe, &[(50, 1), (100, 2)], 150).await) };
        let quick =
            async { drop(send_at(fast_probe, &[(40, 1), (80, 2), (90, 3), (90, 4)], 90).await) };
        let ((), (), at_idle, at_total) =
            join!(biased; slow, quick, read(&mut samples, 50, 1_000), read(&mut fast, 50, 90));

        assert_eq!(
            at_idle,
            (vec![1, 2], Why::Closed, ms(150)),
            "with an idle time of 50 ms, two samples and the end of the probe came 50 ms after each \
             other: 2 samples, `Closed`, 150ms; seen are {} samples, `{:?}` and {:?}: who is asked \
             first, the clock or the channel?",
            at_idle.0.len(),
            at_idle.1,
            at_idle.2,
        );
        assert_eq!(
            at_total,
            (vec![1, 2, 3, 4], Why::Closed, ms(90)),
            "when a total of 90 ms ended, two samples and the end of the probe were there: 4 \
             samples, `Closed`, 90ms; seen are {} samples, `{:?}` and {:?}: is the channel empty \
             when the clock is asked?",
            at_total.0.len(),
            at_total.1,
            at_total.2,
        );
    })
    .await;
}

/// It gives up at 50 ms; a sample at 80 is read by the next call, with two new clocks.
#[kit::test]
async fn step_5_the_next_call_reads_what_comes_later() {
    let (probe, mut samples) = mpsc::channel(16);

    let send = send_at(probe, &[(80, 5), (120, 6)], 500);
    let read_twice = async {
        let first = read(&mut samples, 50, 100).await;
        sleep_until(Instant::now() + ms(40)).await;
        (first, read(&mut samples, 50, 100).await)
    };
    let (_probe, (first, second)) = join!(biased; send, read_twice);

    assert_eq!(
        (first, &second),
        ((vec![], Why::Idle, ms(50)), &(vec![5, 6], Why::Idle, ms(80))),
        "a first call was idle from 0 to 50 ms; the second one began at 90, with a sample from 80 \
         in the channel and one to come at 120: 2 samples, `Idle`, 80ms; seen are {} samples, \
         `{:?}` and {:?}: what does a limit do to the channel?",
        second.0.len(),
        second.1,
        second.2,
    );
}

/// Sends each value when so many milliseconds have passed since the call, and gives the sender
/// back at `end`.
async fn send_at(probe: Sender<i32>, script: &[(u64, i32)], end: u64) -> Sender<i32> {
    let start = Instant::now();
    for &(at, sample) in script {
        sleep_until(start + ms(at)).await;
        // A reading that ended may have closed the channel; the steps look at what was read.
        let _ = probe.send(sample).await;
    }
    sleep_until(start + ms(end)).await;
    probe
}

async fn read(samples: &mut Receiver<i32>, idle: u64, total: u64) -> (Vec<i32>, Why, Duration) {
    let ((read, why), took) = timed(read_until_idle(samples, ms(idle), ms(total))).await;
    (read, why, took)
}
