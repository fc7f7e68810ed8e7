//! Rejected by: step_1_what_is_ready_is_polled_once
//! Outcome: panicked
//! Why people write it: a runtime has a `block_on`, and one more runtime seems to be all that is missing.

use tokio::runtime::Builder;

pub fn block_on<F: Future>(future: F) -> F::Output {
    let runtime = Builder::new_current_thread().enable_all().build();
    runtime.expect("it needs nothing that could be missing").block_on(future)
}
