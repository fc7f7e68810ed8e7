//! The reference solutions of `hello`.

pub mod greet;
pub mod nothing_happens;
pub mod ring_bells;
