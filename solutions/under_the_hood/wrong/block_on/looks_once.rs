//! Rejected by: step_2_a_wake_in_the_middle_of_a_poll_counts
//! Outcome: panicked
//! Why people write it: the first tries are with futures that are ready, and for those one poll is enough.

use std::{
    pin::pin,
    task::{Context, Poll, Waker},
};

pub fn block_on<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("the future is not ready"),
    }
}
