//! Every block of Rust in the book.
//!
//! One module for each lesson. The regions between `// ANCHOR:` and `// ANCHOR_END:` are what the
//! chapters show; the tests run each of them, assert its virtual times and compare what it did with
//! the files in `out/`, `traces/` and `trees/`, which the chapters show too. `python/` holds the same
//! programs in Python, and `wont_compile/` what the compiler refuses.

pub mod cancellation;
pub mod gather;
pub mod harbors;
pub mod hello;
pub mod locks;
pub mod mental_model;
pub mod queues;
pub mod say;
pub mod schedules;
pub mod semaphore;
pub mod shutdown;
pub mod task_groups;
pub mod tasks;
pub mod timeouts;
pub mod under_the_hood;
