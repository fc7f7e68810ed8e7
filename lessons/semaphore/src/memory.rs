//! # Weighted permits: eight gigabytes of memory
//!
//! Videos are transcoded on one machine. A short clip needs little memory, a film needs nearly all
//! of it, so counting jobs does not help: each job reserves what it needs and waits until it can
//! have it. A film must not wait for ever because clips slip past it.
//!
//! - Read: `lessons/semaphore/README.md`
//! - Check: `cargo test -p semaphore memory` or `cargo checker run semaphore/memory`
//! - Hint: `cargo checker hint semaphore/memory`
//! - Toolbox: `tokio::sync::Semaphore`, `tokio::sync::OwnedSemaphorePermit`, `std::sync::Arc`,
//!   `tokio::sync::Notify`; one of them is a trap here
//! - Needs: structs, `Arc`, `Drop`

/// The memory of one machine, in megabytes.
#[derive(Debug)]
pub struct Memory {
    // What you need goes here.
}

/// Memory that is reserved. It is given back when this is dropped, in whatever way.
#[derive(Debug)]
pub struct Reservation {
    // What you need goes here. It borrows nothing, so it can move into a task.
}

/// A request for more than there is at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooBig {
    /// How much was asked for.
    pub wanted: u32,
    /// How much there is.
    pub total: u32,
}

impl Memory {
    /// Memory of `mb` megabytes, all of it free.
    pub fn new(mb: u32) -> Memory {
        todo!("make {mb} megabytes that can be reserved")
    }

    /// Reserves `mb` megabytes, and waits until they are free.
    ///
    /// Requests are met in the order in which they came: one that waits is never overtaken by a
    /// smaller one. Dropped while it waits, a request leaves the line and takes nothing along.
    ///
    /// # Errors
    ///
    /// If it asks for more than the memory has in total, at once.
    pub async fn reserve(&self, mb: u32) -> Result<Reservation, TooBig> {
        todo!("wait for {mb} megabytes, first come, first served")
    }

    /// How many megabytes are free. While requests wait it may be less: some of what came free may
    /// already be set aside for them.
    pub fn free(&self) -> u32 {
        todo!("tell how many megabytes are free")
    }
}
