//! The lesson's own steps, run against the reference solution.

extern crate hello_solution as hello;

#[path = "../../../lessons/hello/tests/hello/greet.rs"]
mod greet;
#[path = "mine.rs"]
mod mine;
#[path = "../../../lessons/hello/tests/hello/nothing_happens.rs"]
mod nothing_happens;
#[path = "../../../lessons/hello/tests/hello/ring_bells.rs"]
mod ring_bells;
