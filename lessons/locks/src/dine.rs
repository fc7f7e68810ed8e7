//! # Circular wait: five philosophers
//!
//! Five philosophers sit at a round table. Each one thinks, gets hungry, takes the fork on the left
//! and the fork on the right, eats, and thinks again. There is one fork between two neighbors. When
//! all five hold the fork on their left, the table falls silent: each one waits for a neighbor, and
//! the last of them for the first.
//!
//! - Read: `lessons/locks/README.md`
//! - Check: `cargo test -p locks dine` or `cargo checker run locks/dine`
//! - Hint: `cargo checker hint locks/dine`
//! - Toolbox: `futures::future::join_all`, `usize::min`, `tokio::sync::Semaphore`,
//!   `tokio::sync::Mutex`; one of them is a trap here
//! - Needs: closures, `async move`, when a value is dropped

use worlds::Table;

/// Lets all guests eat `rounds` times, and gives how often each one has eaten, in the order of
/// the seats. It returns as soon as the last meal has ended.
///
/// There are at least 2 seats. The guest at `seat` eats with the forks `seat` and
/// `(seat + 1) % seats`, takes one after the other, and holds them for no longer than the meal.
/// Before each meal the guest thinks. All guests sit at the table at the same time, from the
/// beginning.
///
/// - Every guest comes to eat, with any number of seats.
/// - A guest waits for nothing but a hungry neighbor: whoever gets hungry while both neighbors
///   think takes two forks and eats, whatever the others do.
/// - While anybody is hungry, somebody takes a fork or eats: nobody gives a fork back unused, and
///   nobody lets time pass in any other way.
///
/// # Cancel safety
///
/// Dropped at any time, all guests leave the table, and all forks lie on it.
pub async fn dine(seats: usize, rounds: usize, table: &Table) -> Vec<usize> {
    let _ = table;
    todo!("let {seats:?} guests eat {rounds:?} times each, without a circle of waiting")
}
