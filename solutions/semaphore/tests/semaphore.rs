//! The lesson's own steps, run against the reference solution.

extern crate semaphore_solution as semaphore;

#[path = "../../../lessons/semaphore/tests/semaphore/export_storm.rs"]
mod export_storm;
#[path = "../../../lessons/semaphore/tests/semaphore/memory.rs"]
mod memory;
#[path = "mine.rs"]
mod mine;
#[path = "../../../lessons/semaphore/tests/semaphore/permits.rs"]
mod permits;
#[path = "../../../lessons/semaphore/tests/semaphore/quota.rs"]
mod quota;
#[path = "../../../lessons/semaphore/tests/semaphore/thumbnails.rs"]
mod thumbnails;
