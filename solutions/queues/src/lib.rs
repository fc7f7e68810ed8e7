//! The reference solutions of the lesson `queues`, one file an exercise.

pub mod actor;
pub mod dispatch;
pub mod full_queue;
pub mod inbox;
pub mod parcels;
pub mod pipeline;
