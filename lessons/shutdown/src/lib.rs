//! # Shutdown: stop in order, and lose nothing on the way
//!
//! Whoever runs your program will end it: to deploy the next one, to move it, to save power. You
//! get a signal and a span of time. Each exercise of this lesson is one file here, the last one is
//! a whole program in `bin/`; the way through them stands in `lessons/shutdown/README.md`.

pub mod endings;
pub mod lifespan;
pub mod listen;
pub mod serve;
pub mod shift;
