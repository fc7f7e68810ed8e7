//! The steps of `background`. Make them pass from the first to the last; never edit them.

use std::{
    panic::{AssertUnwindSafe, resume_unwind},
    sync::Arc,
};

use futures::{FutureExt, future::join_all};
use kit::{ms, timed};
use tasks::background::Background;
use tokio::time::sleep;
use worlds::Outbox;

/// An hour in milliseconds.
const HOUR: u64 = 3_600_000;

/// Three mails of 100 ms: after 101 ms all 3 are delivered, and nobody awaited them.
#[kit::test]
async fn step_1_work_runs_without_being_awaited() {
    let outbox = Outbox::new().takes("ann", 100).takes("bob", 100).takes("eve", 100);
    let background = Background::new();

    for name in ["ann", "bob", "eve"] {
        background.spawn(mail(&outbox, name));
    }
    sleep(ms(101)).await;

    let (delivered, most) = (outbox.delivered().len(), outbox.most_at_once());
    assert_eq!(
        (delivered, most),
        (3, 3),
        "after 101 ms {delivered} of 3 mails of 100 ms are delivered instead of 3, and {most} were \
         under way at once instead of 3: what runs a work that nobody awaits?"
    );
}

/// Six mails from three desks: 6 are running at once, 3 after 15 ms, and 0 of 1,000 in the end.
#[kit::test]
async fn step_2_running_is_what_is_under_way() {
    let outbox = Outbox::new().takes("bob", 20);
    let background = Arc::new(Background::new());

    let desks = (0..3).map(|_| {
        let (outbox, background) = (outbox.clone(), Arc::clone(&background));
        let desk = async move {
            background.spawn(mail(&outbox, "ann"));
            background.spawn(mail(&outbox, "bob"));
            background.running()
        };
        // What is boxed here might be a task: the owner can be shared by threads.
        desk.boxed()
    });
    let counts = join_all(desks).await;
    assert_eq!(
        counts,
        [2, 4, 6],
        "three desks spawned 2 works each, and saw {counts:?} under way: a work counts from its \
         `spawn`, before it is first polled"
    );

    sleep(ms(15)).await;
    let running = background.running();
    assert_eq!(running, 3, "after 15 ms 3 of 6 mails have ended, and {running} run instead of 3");

    sleep(ms(100)).await;
    for _ in 0..1_000 {
        background.spawn(mail(&outbox, "ann"));
    }
    sleep(ms(11)).await;
    let running = background.running();
    assert_eq!(
        running, 0,
        "1000 works have ended, nobody has asked for them, and {running} are counted instead of \
         0: who takes an ended work off the count?"
    );
}

/// The mail to `bob` panics after 20 ms: after 30 ms, 1 of 2 is running, and it arrives.
#[kit::test]
async fn step_3_a_crash_is_taken_off_the_count() {
    let outbox = Outbox::new().takes("ann", 50).crashes("bob", 20);
    let background = Background::new();

    background.spawn(mail(&outbox, "ann"));
    background.spawn(mail(&outbox, "bob"));
    sleep(ms(30)).await;
    let running = background.running();
    sleep(ms(30)).await;

    assert_eq!(
        running, 1,
        "1 of 2 works panicked, and {running} are counted instead of 1: what runs in a task after \
         a panic, and what does not?"
    );
    assert_eq!(outbox.delivered(), ["ann"], "1 of 2 works panicked, and the other one is a mail");
}

/// Two mails of an hour and one not yet begun: `shutdown` takes 0 ms, and then 0 are under way.
#[kit::test]
async fn step_4_shutdown_stops_and_waits() {
    let outbox = Outbox::new().takes("ann", HOUR);
    let background = Background::new();
    let held = Arc::new(());

    background.spawn(mail(&outbox, "ann"));
    background.spawn(mail(&outbox, "ann"));
    sleep(ms(20)).await;
    let last = Arc::clone(&held);
    background.spawn(async move {
        sleep(ms(HOUR)).await;
        drop(last);
    });
    let ((), took) = timed(background.shutdown()).await;
    // Nothing is awaited in between: a task that was only asked to stop is still there.
    let (under_way, holders) = (outbox.under_way(), Arc::strong_count(&held) - 1);

    assert_eq!(
        took,
        ms(0),
        "a shutdown with works of an hour took {took:?} instead of 0ns: who tells them to stop?"
    );
    assert_eq!(
        (under_way, holders),
        (0, 0),
        "when `shutdown` returned, {under_way} mails were under way instead of 0, and {holders} \
         works not yet begun held what they own instead of 0: to stop a task is a request; who \
         waits until it is gone?"
    );
}

/// One of two mails panicked before the `shutdown`: 0 panics come out of it, and 0 works go on.
#[kit::test]
async fn step_5_shutdown_does_not_mind_a_crash() {
    let outbox = Outbox::new().crashes("bob", 10).takes("ann", HOUR);
    let background = Background::new();

    background.spawn(mail(&outbox, "bob"));
    background.spawn(mail(&outbox, "ann"));
    sleep(ms(20)).await;
    let shutdown = AssertUnwindSafe(background.shutdown()).catch_unwind().await;
    let under_way = outbox.under_way();

    if let Err(payload) = shutdown {
        let message = payload.downcast_ref::<String>();
        assert!(
            message.is_none_or(|message| !message.contains("no address")),
            "1 work panicked earlier, and `shutdown` panicked with it: 1 panic came through \
             instead of 0"
        );
        resume_unwind(payload);
    }
    assert_eq!(
        under_way, 0,
        "1 work panicked, and {under_way} others go on after `shutdown` instead of 0"
    );
}

/// Dropped after 20 ms without a `shutdown`: nothing of it goes on, no work and no task.
#[kit::test]
async fn step_6_leaves_nothing_behind() {
    let outbox = Outbox::new().takes("ann", HOUR);

    {
        let background = Background::new();
        background.spawn(mail(&outbox, "ann"));
        background.spawn(mail(&outbox, "ann"));
        sleep(ms(20)).await;
        // Here the owner is dropped.
    }
    kit::settle().await;

    let (canceled, under_way) = (outbox.canceled(), outbox.under_way());
    assert_eq!(
        (canceled, under_way),
        (2, 0),
        "the owner was dropped with 2 works under way; {canceled} were stopped instead of 2, \
         {under_way} go on: what does the drop of a handle, a tracker or a token do?"
    );
}

/// A mail as a work that owns what it uses.
fn mail(outbox: &Outbox, name: &'static str) -> impl Future<Output = ()> + Send + 'static {
    let outbox = outbox.clone();
    async move { outbox.send(name).await }
}
