//! The steps of `listen`. Make them pass from the first to the last; never edit them.

use kit::ms;
use shutdown::listen::{
    Signal::{self, Hangup, Interrupt, Terminate},
    Stop, listen,
};
use tokio::{
    sync::mpsc::{self, Sender},
    time::{sleep, timeout},
};

/// One request to end, of either kind: drain, and do not give up.
#[kit::test]
async fn step_1_the_first_request_asks() {
    for first in [Interrupt, Terminate] {
        let (signals, stop) = listening();
        let before = told(&stop);

        send(&signals, &[first]).await;

        assert_eq!(before, (false, false, 0), "no signal has come, so nothing is told");
        let after = told(&stop);
        assert_eq!(
            after,
            (true, false, 0),
            "after 1 signal, {first:?}: graceful, forced and hangups are {after:?} instead of (true, \
             false, 0); does either kind of request drain, and only drain?"
        );
    }
}

/// Two requests of any kinds, one after the other or both at once: give up. Two more change nothing.
#[kit::test]
async fn step_2_the_second_request_forces() {
    for both in [[Interrupt; 2], [Terminate; 2], [Interrupt, Terminate], [Terminate, Interrupt]] {
        let (signals, stop) = listening();
        send(&signals, &both[..1]).await;
        sleep(ms(1000)).await;
        send(&signals, &both[1..]).await;
        let apart = told(&stop);
        send(&signals, &both).await;
        let later = told(&stop);

        let (signals, stop) = listening();
        send(&signals, &both).await;
        let at_once = told(&stop);

        let forced = (true, true, 0);
        assert_eq!(
            [apart, at_once],
            [forced; 2],
            "after 2 signals, {both:?}: graceful, forced and hangups are {apart:?} if the second one \
             comes a second later, and {at_once:?} if both come at once, instead of {forced:?}: who \
             listens after the first request, and to which kind?"
        );
        assert_eq!(later, forced, "after 4 signals it is as after 2: {forced:?}");
    }
}

/// Three hangups before, between and after: 3 are counted, each at once, and nothing ends by them.
#[kit::test]
async fn step_3_a_hangup_is_counted_and_ends_nothing() {
    let (signals, stop) = listening();
    let mut follower = stop.reload.clone();
    let follow = tokio::spawn(async move { timeout(ms(1000), follower.changed()).await.is_ok() });

    send(&signals, &[Hangup, Hangup]).await;
    let hangups = told(&stop);
    send(&signals, &[Terminate]).await;
    let asked = told(&stop);
    send(&signals, &[Hangup]).await;
    let draining = told(&stop);
    send(&signals, &[Terminate]).await;
    let forced = told(&stop);

    assert_eq!(
        (hangups, asked),
        ((false, false, 2), (true, false, 2)),
        "after 2 hangups graceful, forced and hangups are {hangups:?} instead of (false, false, 2), \
         and after a terminate {asked:?} instead of (true, false, 2): is a hangup a request, and is \
         each of them counted?"
    );
    assert_eq!(
        (draining, forced),
        ((true, false, 3), (true, true, 3)),
        "a third hangup during the drain gives {draining:?} instead of (true, false, 3), and a \
         second terminate {forced:?} instead of (true, true, 3): what is listened for between the two \
         requests?"
    );
    let heard = follow.await.expect("it does not panic");
    assert!(heard, "somebody waited with `changed` for a hangup, 2 came, and it was not woken");
}

/// The last sender leaves, before any request or after one: nothing is told that was not.
#[kit::test]
async fn step_4_the_end_of_the_signals_is_no_signal() {
    for (sent, expected) in [(vec![], (false, false, 0)), (vec![Terminate], (true, false, 0))] {
        let (signals, stop) = listening();
        send(&signals, &sent).await;

        drop(signals);
        sleep(ms(1000)).await;

        let seen = told(&stop);
        assert_eq!(
            seen, expected,
            "after {sent:?} the last sender left: graceful, forced and hangups are {seen:?} instead \
             of {expected:?}; what does `recv` give at the end, and what is made of it?"
        );
    }
}

/// The `Stop` is dropped, and clones of what it held are kept: no task is left, no token canceled.
#[kit::test]
async fn step_5_leaves_nothing_behind() {
    let (signals, stop) = listening();
    let (graceful, forced) = (stop.graceful.clone(), stop.forced.clone());
    let reload = stop.reload.clone();
    send(&signals, &[Hangup]).await;

    drop(stop);
    kit::settle().await;

    assert!(
        signals.is_closed(),
        "the `Stop` is gone, and the signals are still listened to: who owns the task that does it? \
         A clone of a token or of the count does not keep it alive"
    );
    assert_eq!(
        (graceful.is_cancelled(), forced.is_cancelled(), *reload.borrow()),
        (false, false, 1),
        "the `Stop` is gone and no request came: its tokens, of which there are clones, stay as they \
         were, and so does the count of 1 hangup"
    );
}

fn listening() -> (Sender<Signal>, Stop) {
    let (sender, signals) = mpsc::channel(8);
    (sender, listen(signals))
}

/// Sends all of them at once, and gives everybody time to hear them.
async fn send(signals: &Sender<Signal>, sent: &[Signal]) {
    for signal in sent {
        // Whoever does not listen any more is told so by what the tokens are afterwards.
        let _ = signals.try_send(*signal);
    }
    kit::settle().await;
}

/// Whether it is to drain, whether it is to give up, and how many hangups have come.
fn told(stop: &Stop) -> (bool, bool, u64) {
    (stop.graceful.is_cancelled(), stop.forced.is_cancelled(), *stop.reload.borrow())
}
