//! Runs compiled steps, each in a process of its own, and tells how each one ended.

mod canceled;
mod group;
mod layer;
mod limits;
mod process;
mod step;
mod strays;

pub use canceled::Canceled;
pub use layer::{Layer, layers};
pub use limits::Limits;
pub use process::{Finished, Status, run as run_process};
pub use step::{Ending, StepRun, run_own_test, run_step};
