//! # Timeouts: how long, and what then?
//!
//! A call that waits may wait for ever. Whoever awaits it says how long, and what happens at the
//! limit. Each exercise of this lesson is one file here; the way through them stands in
//! `lessons/timeouts/README.md`.

pub mod auto_save;
pub mod checkout;
pub mod every;
pub mod idle;
pub mod price;
pub mod who_wins;
