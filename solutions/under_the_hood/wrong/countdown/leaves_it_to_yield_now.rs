//! Rejected by: step_3_each_pending_poll_asks_for_the_next
//! Outcome: wrong_answer
//! Why people write it: `yield_now` is the known way to let others run; its wake comes from the runtime, after the poll.

use std::{
    fmt,
    pin::Pin,
    task::{Context, Poll},
};

pub struct Countdown {
    inner: Pin<Box<dyn Future<Output = &'static str> + Send>>,
}

impl Countdown {
    pub fn new(numbers: u32) -> Countdown {
        let inner = Box::pin(async move {
            for _ in 0..numbers {
                tokio::task::yield_now().await;
            }
            "liftoff"
        });
        Countdown { inner }
    }
}

impl fmt::Debug for Countdown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Countdown")
    }
}

impl Future for Countdown {
    type Output = &'static str;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<&'static str> {
        self.inner.as_mut().poll(cx)
    }
}
