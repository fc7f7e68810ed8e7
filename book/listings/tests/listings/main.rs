//! Runs every listing, asserts its virtual times, and compares what it did with what the book shows.
//!
//! `UPDATE_LISTINGS=1 cargo test -p listings` writes the files in `out/`, `traces/` and `trees/` anew.

mod cancellation;
mod gather;
mod hello;
mod locks;
mod mental_model;
mod python;
mod queues;
mod record;
mod records;
mod semaphore;
mod shutdown;
mod task_groups;
mod tasks;
mod timeouts;
mod under_the_hood;
