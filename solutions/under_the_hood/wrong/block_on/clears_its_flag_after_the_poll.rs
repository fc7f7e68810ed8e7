//! Rejected by: step_2_a_wake_in_the_middle_of_a_poll_counts
//! Outcome: blocked
//! Why people write it: a fresh flag before each sleep looks tidy; a wake that came in the middle of the poll is wiped off.

use std::{
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Wake, Waker},
    thread::{self, Thread},
};

pub fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let bell = Arc::new(Bell { thread: thread::current(), has_rung: AtomicBool::new(false) });
    let waker = Waker::from(Arc::clone(&bell));
    let mut cx = Context::from_waker(&waker);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut cx) {
            return output;
        }
        bell.has_rung.store(false, Ordering::SeqCst);
        while !bell.has_rung.load(Ordering::SeqCst) {
            thread::park();
        }
    }
}

struct Bell {
    thread: Thread,
    has_rung: AtomicBool,
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.has_rung.store(true, Ordering::SeqCst);
        self.thread.unpark();
    }
}
