//! The reference solutions of the lesson `locks`, one file an exercise.

pub mod live;
pub mod transfer;
pub mod visitors;
pub mod who_counts;
