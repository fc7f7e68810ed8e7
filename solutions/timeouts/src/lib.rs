//! The reference solutions of the lesson `timeouts`, one file an exercise.

pub mod auto_save;
pub mod checkout;
pub mod every;
pub mod idle;
pub mod price;
pub mod who_wins;
