//! # Queues: hand work over, and know when it ends
//!
//! A queue parts those who bring work from those who do it. Two questions decide whether it works:
//! what happens when it is full, and how each side learns that the other one is gone. Each exercise
//! of this lesson is one file here; the way through them stands in `lessons/queues/README.md`.

pub mod actor;
pub mod dispatch;
pub mod full_queue;
pub mod inbox;
pub mod parcels;
pub mod pipeline;
