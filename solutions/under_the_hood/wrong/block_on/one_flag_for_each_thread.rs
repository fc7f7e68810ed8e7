//! Rejected by: step_4_one_may_run_inside_the_other
//! Outcome: blocked
//! Why people write it: a thread runs one `block_on` at a time, so it seems enough to make its bell once.

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
    let bell = BELL.with(Arc::clone);
    bell.has_rung.store(false, Ordering::SeqCst);
    let waker = Waker::from(Arc::clone(&bell));
    let mut cx = Context::from_waker(&waker);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut cx) {
            return output;
        }
        while !bell.has_rung.swap(false, Ordering::SeqCst) {
            thread::park();
        }
    }
}

thread_local! {
    static BELL: Arc<Bell> =
        Arc::new(Bell { thread: thread::current(), has_rung: AtomicBool::new(false) });
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
