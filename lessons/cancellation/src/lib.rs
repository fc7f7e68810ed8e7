//! # Cancellation: any await may be the last one
//!
//! A future is canceled by dropping it, and that can happen at each of its awaits. Whatever stands
//! after that await does not happen, and whatever the future owns is gone. Each exercise of this
//! lesson is one file here; the way through them stands in `lessons/cancellation/README.md`.

pub mod crane;
pub mod frames;
pub mod import;
pub mod lease;
pub mod record;
pub mod which_branch;
