//! Runs compiled steps, each in a process of its own, and tells how each one ended.

mod process;
mod step;

pub use process::{Canceled, Finished, Limits, Status, run as run_process};
pub use step::{Ending, StepRun, run_own_test, run_step};
