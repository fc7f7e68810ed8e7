//! The lesson's own steps, run against the reference solution.

extern crate queues_solution as queues;

#[path = "../../../lessons/queues/tests/queues/actor.rs"]
mod actor;
#[path = "../../../lessons/queues/tests/queues/dispatch.rs"]
mod dispatch;
#[path = "../../../lessons/queues/tests/queues/full_queue.rs"]
mod full_queue;
#[path = "../../../lessons/queues/tests/queues/inbox.rs"]
mod inbox;
#[path = "mine.rs"]
mod mine;
#[path = "../../../lessons/queues/tests/queues/parcels.rs"]
mod parcels;
#[path = "../../../lessons/queues/tests/queues/pipeline.rs"]
mod pipeline;
