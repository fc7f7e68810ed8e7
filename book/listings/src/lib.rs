//! Every block of Rust in the book.
//!
//! One module for each lesson. The regions between `// ANCHOR:` and `// ANCHOR_END:` are what the
//! chapters include; `tests/listings.rs` runs each of them, asserts its virtual times and compares
//! what it did with the text in `out/`, which the chapters include too.

pub mod cancellation;
pub mod gather;
pub mod harbors;
pub mod hello;
pub mod locks;
pub mod queues;
pub mod semaphore;
pub mod shutdown;
pub mod task_groups;
pub mod tasks;
pub mod timeouts;
pub mod under_the_hood;
