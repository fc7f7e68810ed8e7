//! The tests of `under_the_hood`: one module an exercise. You write `mine`, the others are given.

mod block_on;
mod buoy;
mod countdown;
mod join2;
mod lazy;
mod mine;
