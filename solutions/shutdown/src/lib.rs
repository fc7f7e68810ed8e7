//! The reference solutions of `shutdown`.

pub mod endings;
pub mod lifespan;
pub mod listen;
pub mod serve;
pub mod shift;
