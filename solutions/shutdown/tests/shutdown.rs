//! The lesson's own steps, run against the reference solution.

extern crate shutdown_solution as shutdown;

#[path = "../../../lessons/shutdown/tests/shutdown/endings.rs"]
mod endings;
#[path = "../../../lessons/shutdown/tests/shutdown/lifespan.rs"]
mod lifespan;
#[path = "../../../lessons/shutdown/tests/shutdown/listen.rs"]
mod listen;
#[path = "mine.rs"]
mod mine;
#[path = "../../../lessons/shutdown/tests/shutdown/serve.rs"]
mod serve;
#[path = "../../../lessons/shutdown/tests/shutdown/shift.rs"]
mod shift;
#[path = "../../../lessons/shutdown/tests/shutdown/watchtower.rs"]
mod watchtower;
