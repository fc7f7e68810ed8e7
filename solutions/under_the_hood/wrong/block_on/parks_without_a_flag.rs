//! Rejected by: step_4_one_may_run_inside_the_other
//! Outcome: blocked
//! Why people write it: the example of `std::task::Wake` in the documentation is written like this, and nothing in it parks meanwhile.

use std::{
    pin::pin,
    sync::Arc,
    task::{Context, Poll, Wake, Waker},
    thread::{self, Thread},
};

pub fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let waker = Waker::from(Arc::new(Bell { thread: thread::current() }));
    let mut cx = Context::from_waker(&waker);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut cx) {
            return output;
        }
        thread::park();
    }
}

struct Bell {
    thread: Thread,
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.thread.unpark();
    }
}
