//! The tests of `timeouts`: one module an exercise. You write `mine`, the others are given.

mod auto_save;
mod checkout;
mod every;
mod idle;
mod mine;
mod price;
mod who_wins;
