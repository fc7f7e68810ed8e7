//! The lesson's own steps, run against the reference solution.

extern crate under_the_hood_solution as under_the_hood;

#[path = "../../../lessons/under_the_hood/tests/under_the_hood/block_on.rs"]
mod block_on;
#[path = "../../../lessons/under_the_hood/tests/under_the_hood/buoy.rs"]
mod buoy;
#[path = "../../../lessons/under_the_hood/tests/under_the_hood/countdown.rs"]
mod countdown;
#[path = "../../../lessons/under_the_hood/tests/under_the_hood/join2.rs"]
mod join2;
#[path = "../../../lessons/under_the_hood/tests/under_the_hood/lazy.rs"]
mod lazy;
#[path = "mine.rs"]
mod mine;
