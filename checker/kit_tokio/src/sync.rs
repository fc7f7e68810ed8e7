//! `tokio::sync`: semaphores and bounded queues tell a timeline how full they are; all else is
//! tokio's.

pub mod mpsc;
mod semaphore;

pub use real::sync::*;

pub use self::semaphore::Semaphore;

/// A number as a timeline has it.
fn as_u64(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
