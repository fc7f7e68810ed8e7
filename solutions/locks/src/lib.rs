//! The reference solutions of the lesson `locks`, one file an exercise.

pub mod dine;
pub mod live;
pub mod token;
pub mod transfer;
pub mod visitors;
pub mod who_counts;
