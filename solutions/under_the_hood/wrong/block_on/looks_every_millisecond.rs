//! Rejected by: step_3_it_sleeps_until_another_thread_wakes_it
//! Outcome: wrong_answer
//! Why people write it: a short sleep spares the processor, and no waker has to be written.

use std::{
    pin::pin,
    task::{Context, Poll, Waker},
    thread,
    time::Duration,
};

pub fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut cx = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut cx) {
            return output;
        }
        thread::sleep(Duration::from_millis(1));
    }
}
