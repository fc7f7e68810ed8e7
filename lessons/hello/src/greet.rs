//! # An async function: greet a ship
//!
//! Ships enter the harbor, and each one is hailed by its name. Some carry none; they are hailed
//! too. The greeting waits for nothing yet: this exercise is about the form of an `async fn`, and
//! about reading a failing test.
//!
//! - Read: `lessons/hello/README.md`
//! - Check: `cargo test -p hello greet` or `cargo checker run hello/greet`
//! - Hint: `cargo checker hint hello/greet`
//! - Toolbox: `format!`, `str::is_empty`, `println!`; one of them is a trap here
//! - Needs: functions, `String` and `&str`

/// Greets `ship` by its name: `"Ahoy, Mary Celeste!"`.
///
/// A ship without a name (`""`) is greeted as `"Ahoy, stranger!"`. Nothing else is added, no line
/// feed either.
pub async fn greet(ship: &str) -> String {
    todo!("greet {ship:?} by its name, and a ship without one as a stranger")
}
