//! Your own tests for `serve`: replace each `todo!` with an assertion.
//!
//! `cargo test -p shutdown mine` runs them on your code. `cargo checker run shutdown/mine` runs
//! them on the reference too, which must pass, and on a row of wrong answers: most must be caught,
//! and what slips through is listed. Aim at none.

use kit::{ms, timed};
use shutdown::serve::{Report, serve};
use tokio::{join, sync::mpsc, time::sleep};
use tokio_util::sync::CancellationToken;
use worlds::{Laundry, Load};

/// Closing time comes after 50 ms; one load has 50 ms to go, the other one hours.
#[tokio::test(start_paused = true)]
async fn closing_time_with_a_short_load_and_a_long_one() {
    let (laundry, stop) = (Laundry::new(), CancellationToken::new());
    let (sender, loads) = mpsc::channel(8);
    for load in [Load::new("shirts", 100), Load::new("carpet", 9_000_000)] {
        sender.send(load).await.expect("the queue is open");
    }

    let closing = async {
        sleep(ms(50)).await;
        stop.cancel();
    };
    let ((report, took), ()) = join!(timed(serve(loads, stop.clone(), ms(200), &laundry)), closing);

    let expected = Report { finished: 1, aborted: 1, refused: 0 };
    let under_way = laundry.under_way();
    todo!(
        "assert that {report:?} is {expected:?}, that {took:?} is 250 ms, and that {under_way} \
         loads are still in the drums, which should be none"
    )
}

/// Two loads are in the queue in the moment of the stop. Whoever draws lots may be right once, so it
/// is tried 20 times.
#[tokio::test(start_paused = true)]
async fn what_waits_in_the_queue_is_refused() {
    let (mut refused, mut begun) = (Vec::new(), Vec::new());
    for _ in 0..20 {
        let (laundry, stop) = (Laundry::new(), CancellationToken::new());
        let (sender, loads) = mpsc::channel(8);

        let closing = async {
            sleep(ms(50)).await;
            for load in [Load::new("shirts", 100), Load::new("sheets", 100)] {
                sender.send(load).await.expect("the queue is open");
            }
            stop.cancel();
        };
        let (report, ()) = join!(serve(loads, stop.clone(), ms(200), &laundry), closing);

        refused.push(report.refused);
        begun.extend(laundry.begun());
    }

    todo!("assert that each of {refused:?} is 2, and that {begun:?} is empty")
}

/// This one is yours from its first line.
#[tokio::test(start_paused = true)]
async fn nobody_waits_longer_than_needed() {
    todo!(
        "arrange loads that end before the grace does, stop, and assert that the call returns when \
         the last of them ends"
    )
}
