//! The lesson's own steps, run against the reference solution.

extern crate timeouts_solution as timeouts;

#[path = "../../../lessons/timeouts/tests/timeouts/auto_save.rs"]
mod auto_save;
#[path = "../../../lessons/timeouts/tests/timeouts/checkout.rs"]
mod checkout;
#[path = "../../../lessons/timeouts/tests/timeouts/every.rs"]
mod every;
#[path = "../../../lessons/timeouts/tests/timeouts/idle.rs"]
mod idle;
#[path = "mine.rs"]
mod mine;
#[path = "../../../lessons/timeouts/tests/timeouts/price.rs"]
mod price;
#[path = "../../../lessons/timeouts/tests/timeouts/who_wins.rs"]
mod who_wins;
