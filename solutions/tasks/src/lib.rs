//! The reference solutions of the lesson `tasks`, one file an exercise.

pub mod background;
pub mod outcome;
pub mod reports;
pub mod search;
pub mod six_drops;
