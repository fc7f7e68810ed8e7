//! The reference solutions of the lesson `cancellation`, one file an exercise.

pub mod crane;
pub mod frames;
pub mod import;
pub mod lease;
pub mod record;
pub mod which_branch;
