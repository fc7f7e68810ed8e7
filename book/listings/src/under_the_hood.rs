//! Under the hood: what an await is made of.

use std::{
    future::poll_fn,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};

use tokio::{
    join,
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

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
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
    let _ = join!(ask("oslo"), ask("bergen"));
}
// ANCHOR_END: together

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
        raised.store(true, Ordering::Relaxed);
        say("the flag is up");
    });
    let mut polls = 0;
    let up = poll_fn(|_cx| {
        polls += 1;
        // `_cx` has the waker, and nobody keeps it.
        if flag.load(Ordering::Relaxed) { Poll::Ready(()) } else { Poll::Pending }
    });
    let _ = timeout(Duration::from_millis(200), up).await;
    say(format!("poll {polls} sees it"));
}
// ANCHOR_END: forgotten
