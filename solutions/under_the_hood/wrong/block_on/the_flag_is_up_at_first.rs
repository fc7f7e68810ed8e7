//! Rejected by: step_3_it_sleeps_until_another_thread_wakes_it
//! Outcome: wrong_answer
//! Why people write it: the first poll needs no wake, so the flag begins as raised, and nobody lowers it for that poll.

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
    let bell = Arc::new(Bell { thread: thread::current(), has_rung: AtomicBool::new(true) });
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
