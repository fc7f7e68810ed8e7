//! Differs by: no counter: it polls an async block in a box, whose loop awaits a pause.

use std::{
    fmt,
    future::poll_fn,
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
                pause().await;
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

async fn pause() {
    let mut is_over = false;
    poll_fn(|cx| {
        if is_over {
            return Poll::Ready(());
        }
        is_over = true;
        cx.waker().wake_by_ref();
        Poll::Pending
    })
    .await
}
