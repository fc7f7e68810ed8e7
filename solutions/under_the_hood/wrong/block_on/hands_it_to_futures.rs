//! Rejected by: step_4_one_may_run_inside_the_other
//! Outcome: panicked
//! Why people write it: `futures` has the same function, and it refuses to run inside of itself.

pub fn block_on<F: Future>(future: F) -> F::Output {
    futures::executor::block_on(future)
}
