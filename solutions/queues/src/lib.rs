//! The reference solutions of the lesson `queues`, one file an exercise.

pub mod full_queue;
pub mod parcels;
pub mod pipeline;
