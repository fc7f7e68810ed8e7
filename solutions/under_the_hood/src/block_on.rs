//! `block_on`, solved: a flag that remembers, and a sleep that the waker ends.

use std::{
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Wake, Waker},
    thread::{self, Thread},
};

/// Runs `future` on this thread to its end, and gives its output.
pub fn block_on<F: Future>(future: F) -> F::Output {
    // On the stack: `pin!` keeps it where it is until this function returns.
    let mut future = pin!(future);
    // One for each call, not one for each thread: a call inside of the future has its own flag.
    let bell = Arc::new(Bell { thread: thread::current(), has_rung: AtomicBool::new(false) });
    let waker = Waker::from(Arc::clone(&bell));
    let mut cx = Context::from_waker(&waker);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut cx) {
            return output;
        }
        // `park` alone would nearly do: an `unpark` before it makes it return at once. But that
        // note is one for the whole thread, and whoever parks in the future takes it away. It may
        // also return for no reason. The flag is what counts, and it is cleared by looking at it:
        // cleared after the poll, it would forget a wake that came in the middle.
        while !bell.has_rung.swap(false, Ordering::Acquire) {
            thread::park();
        }
    }
}

/// What a waker of this executor is: who sleeps, and whether to go on.
struct Bell {
    thread: Thread,
    has_rung: AtomicBool,
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    // Without it, `wake_by_ref` would clone the `Arc` each time.
    fn wake_by_ref(self: &Arc<Self>) {
        // First the flag, then the thread: it looks at the flag when it comes.
        self.has_rung.store(true, Ordering::Release);
        self.thread.unpark();
    }
}
