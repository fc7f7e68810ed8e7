//! # Semaphore: as many at once as the other side can bear
//!
//! A hundred calls at once are faster than one after the other until whatever they call, a service,
//! a database, a disk, falls over. A semaphore holds a fixed number of permits: who wants to work
//! takes one, and waits if there is none. Each exercise of this lesson is one file here; the way
//! through them stands in `lessons/semaphore/README.md`.

pub mod export_storm;
pub mod memory;
pub mod permits;
pub mod quota;
pub mod thumbnails;
