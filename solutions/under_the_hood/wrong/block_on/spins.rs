//! Rejected by: step_3_it_sleeps_until_another_thread_wakes_it
//! Outcome: wrong_answer
//! Why people write it: `Waker::noop` compiles, and a loop that polls without end comes to the output as well.

use std::{
    hint::spin_loop,
    pin::pin,
    task::{Context, Poll, Waker},
};

pub fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut cx = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut cx) {
            return output;
        }
        spin_loop();
    }
}
