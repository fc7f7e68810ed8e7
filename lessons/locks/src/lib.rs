//! # Locks: keep together what must change together
//!
//! One thread is no protection: at every `.await` another task may run and change what you have
//! read. A lock keeps the others out, for as long as you hold it. Each exercise of this lesson is
//! one file here; the way through them stands in `lessons/locks/README.md`.

pub mod dine;
pub mod live;
pub mod token;
pub mod transfer;
pub mod visitors;
pub mod who_counts;
