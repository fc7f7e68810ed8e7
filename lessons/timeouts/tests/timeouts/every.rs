//! The steps of `every`. Make them pass from the first to the last; never edit them.

use std::future::ready;

use futures::FutureExt;
use kit::{ms, timed};
use timeouts::every::every;
use tokio::{join, time::sleep};
use worlds::Balloon;

/// Reports that take no time, a beat of 100 ms, and a stop at 350: at 0, 100, 200 and 300 ms.
#[kit::test]
async fn step_1_the_first_job_begins_at_once() {
    let balloon = Balloon::new(0);

    every(ms(100), ended_after(350), async || balloon.report().await).await;

    let begun = balloon.reports();
    assert_eq!(
        begun,
        [0, 100, 200, 300],
        "a beat of 100 ms from 0 on and a stop at 350 ms are reports at [0, 100, 200, 300]; seen \
         is {begun:?}: when is the first one?"
    );
}

/// Each report takes 30 ms: still at 0, 100, 200 and 300.
#[kit::test]
async fn step_2_the_time_of_a_job_moves_no_beat() {
    let balloon = Balloon::new(30);

    every(ms(100), ended_after(350), async || balloon.report().await).await;

    let begun = balloon.reports();
    assert_eq!(
        begun,
        [0, 100, 200, 300],
        "reports of 30 ms fit into a beat of 100: they begin at [0, 100, 200, 300]; seen is \
         {begun:?}: from when on is the next beat counted?"
    );
}

/// The second report takes 350 ms, to 450: one late one at 450, then 500 and 600.
#[kit::test]
async fn step_3_late_beats_are_one_job() {
    let balloon = Balloon::new(0).takes(2, 350);
    let tight = Balloon::new(0).takes(1, 150).takes(2, 150).takes(3, 100);

    join!(
        every(ms(100), ended_after(650), async || balloon.report().await),
        every(ms(100), ended_after(650), async || tight.report().await),
    );

    let begun = balloon.reports();
    assert_eq!(
        begun,
        [0, 100, 450, 500, 600],
        "a report from 100 to 450 ms makes the beats of 200, 300 and 400 late: one report for them \
         at 450, then 500 and 600 as ever: [0, 100, 450, 500, 600]; seen is {begun:?}: how many \
         late ones are made up for, and where is the beat after them?"
    );
    let begun = tight.reports();
    assert_eq!(
        begun,
        [0, 150, 300, 400, 500, 600],
        "reports from 0 to 150, 150 to 300 and 300 to 400 ms: the first beat is late by 50 ms, the \
         second by 100, and from 400 on none is: [0, 150, 300, 400, 500, 600]; seen is {begun:?}"
    );
}

/// The stop comes at 250 ms, between two beats: it returns at 250.
#[kit::test]
async fn step_4_a_stop_ends_the_waiting() {
    let balloon = Balloon::new(0);
    let stop = ended_after(250);

    let ((), took) = timed(every(ms(100), stop, async || balloon.report().await)).await;

    let begun = balloon.reports();
    assert_eq!(
        (took, &begun),
        (ms(250), &vec![0, 100, 200]),
        "a stop at 250 ms, between two beats, ends it after 250ms, with reports at [0, 100, 200]; \
         it ended after {took:?}, with reports at {begun:?}: who listens to the stop between two \
         beats?"
    );
}

/// The stop comes at 20 ms, in the middle of a report from 0 to 50: it returns at 50.
#[kit::test]
async fn step_5_a_job_under_way_comes_to_its_end() {
    let balloon = Balloon::new(50);
    let stop = ended_after(20);

    let ((), took) = timed(every(ms(100), stop, async || balloon.report().await)).await;

    let (begun, canceled) = (balloon.reports(), balloon.canceled());
    assert_eq!(
        (canceled, took, &begun),
        (0, ms(50), &vec![0]),
        "a stop at 20 ms came in the middle of a report that ends at 50: {canceled} reports were \
         cut off instead of 0, it returned after {took:?} instead of 50ms, and reports began at \
         {begun:?} instead of [0]: what does the stop race against?"
    );
}

/// A stop before the first beat, at a beat, and before a late beat: no report begins after it.
#[kit::test]
async fn step_6_a_stop_goes_before_a_beat() {
    kit::repeat(50, async || {
        let (first, equal, late) = (Balloon::new(50), Balloon::new(0), Balloon::new(0).takes(1, 250));

        every(ms(100), ready(()), async || first.report().await).await;
        every(ms(100), ended_after(200), async || equal.report().await).await;
        every(ms(100), ended_after(130), async || late.report().await).await;

        let begun = [first.begun(), equal.begun(), late.begun()];
        assert_eq!(
            begun,
            [0, 2, 1],
            "a stop that is there before the call is 0 reports, one at 200 ms, with a beat, is 2, and \
             one at 130 ms, in a report that ends at 250, is 1: seen are {begun:?} instead of [0, 2, \
             1]: who is asked first?"
        );
    })
    .await;
}

/// Ready after so many milliseconds. It panics if it is polled again after that.
fn ended_after(millis: u64) -> impl Future<Output = ()> {
    sleep(ms(millis)).map(drop)
}
