//! Under the hood: what an await is made of.

use std::{
    future::poll_fn,
    pin::{Pin, pin},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Waker},
    time::Duration,
};

use futures::task::AtomicWaker;
use tokio::{
    join,
    task::yield_now,
    time::{sleep, timeout},
};

use crate::{harbors::Harbors, say::say};

/// A future that notes what each of its polls gave.
// ANCHOR: watched
pub struct Watched<F> {
    name: &'static str,
    inner: Pin<Box<F>>,
}

impl<F: Future> Future for Watched<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context) -> Poll<F::Output> {
        let answer = self.inner.as_mut().poll(cx);
        let word = if answer.is_ready() { "ready" } else { "pending" };
        say(format!("{}: {word}", self.name));
        answer
    }
}
// ANCHOR_END: watched

/// Asks two harbors at the same time, and notes every poll.
///
/// # Cancel safety
///
/// Dropping it drops both questions.
// ANCHOR: together
pub async fn together(harbors: &Harbors) {
    let ask = |name| Watched { name, inner: Box::pin(harbors.level(name)) };
    let _ = join!(ask("oslo"), ask("bergen")); // 40 ms, 100 ms
}
// ANCHOR_END: together

/// Runs a future without a runtime.
// ANCHOR: by_hand
pub fn by_hand() {
    let mut call = pin!(level());
    let mut cx = Context::from_waker(Waker::noop());
    say("the call is made");
    loop {
        match call.as_mut().poll(&mut cx) {
            Poll::Pending => say("pending"),
            Poll::Ready(level) => break say(format!("ready: {level}")),
        }
    }
}

async fn level() -> u32 {
    say("asking");
    yield_now().await;
    say("asking again");
    yield_now().await;
    12
}
// ANCHOR_END: by_hand

/// A flag that wakes whoever waits for it.
// ANCHOR: flag
#[derive(Default)]
pub struct Flag {
    is_up: AtomicBool,
    waker: AtomicWaker,
}

impl Flag {
    pub fn raise(&self) {
        self.is_up.store(true, Ordering::Release);
        self.waker.wake(); // does nothing if nobody waits
    }

    pub async fn raised(&self) {
        let look = |cx: &mut Context| {
            // First leave the waker, then look.
            self.waker.register(cx.waker());
            match self.is_up.load(Ordering::Acquire) {
                true => Poll::Ready(()),
                false => Poll::Pending,
            }
        };
        poll_fn(look).await;
    }
}
// ANCHOR_END: flag

/// Waits for a flag that a task raises after 20 ms, and leaves no waker with it.
///
/// # Cancel safety
///
/// Dropping it leaves the task to its end.
// ANCHOR: forgotten
pub async fn forgotten() {
    let flag = Arc::new(AtomicBool::new(false));
    let raised = Arc::clone(&flag);
    tokio::spawn(async move {
        sleep(Duration::from_millis(20)).await;
        raised.store(true, Ordering::Release);
        say("the flag is up");
    });
    let look = poll_fn(|_cx| match flag.load(Ordering::Acquire) {
        true => Poll::Ready(()),
        false => Poll::Pending, // `_cx` has the waker, and nobody keeps it
    });
    let seen = timeout(Duration::from_millis(200), look).await;
    say(format!("seen: {}", seen.is_ok()));
}
// ANCHOR_END: forgotten

/// How many polls follow from one poll that wakes its task three times.
///
/// # Cancel safety
///
/// It may be dropped at any time.
// ANCHOR: woken_thrice
pub async fn woken_thrice() -> u32 {
    let mut polls = 0;
    let look = poll_fn(|cx| {
        polls += 1;
        if polls == 1 {
            (0..3).for_each(|_| cx.waker().wake_by_ref());
        }
        Poll::<()>::Pending
    });
    // The limit polls once more when it ends.
    let _ = timeout(Duration::from_millis(10), look).await;
    polls - 2
}
// ANCHOR_END: woken_thrice
