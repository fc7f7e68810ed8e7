//! The tests of `shutdown`: one module an exercise. You write `mine`, the others are given.

mod endings;
mod lifespan;
mod listen;
mod mine;
mod serve;
mod shift;
mod watchtower;
