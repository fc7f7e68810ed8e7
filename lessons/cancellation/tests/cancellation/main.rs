//! The tests of `cancellation`: one module an exercise. `mine` is yours to write, the others are
//! given.

mod crane;
mod frames;
mod import;
mod lease;
mod mine;
mod record;
mod which_branch;
