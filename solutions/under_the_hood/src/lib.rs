//! The reference solutions of `under_the_hood`.

pub mod block_on;
pub mod buoy;
pub mod countdown;
pub mod join2;
pub mod lazy;
