//! Rejected by: step_5_a_late_wake_does_nothing
//! Outcome: panicked
//! Why people write it: a channel is closed only after the end, and nobody should wake a future then.

use std::{
    pin::pin,
    sync::{
        Arc,
        mpsc::{self, Sender},
    },
    task::{Context, Poll, Wake, Waker},
};

pub fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let (bell, rings) = mpsc::channel();
    let waker = Waker::from(Arc::new(Bell(bell)));
    let mut cx = Context::from_waker(&waker);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut cx) {
            return output;
        }
        rings.recv().expect("the waker above has a sender");
    }
}

struct Bell(Sender<()>);

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.0.send(()).expect("the executor is running");
    }
}
