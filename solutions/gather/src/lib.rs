//! The reference solutions of the lesson `gather`, one file an exercise.

pub mod dashboard;
pub mod fetch_all;
pub mod first_ok;
pub mod harvest;
pub mod who_is_first;
