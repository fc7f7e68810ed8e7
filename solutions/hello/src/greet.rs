//! `greet`, solved: an `async fn` is written like a function and gives a future.

/// Greets `ship` by its name, and a ship without one as a stranger.
///
/// # Cancel safety
///
/// It changes nothing.
pub async fn greet(ship: &str) -> String {
    // The choice is between two names, not between two greetings: the text stands here once.
    let name = if ship.is_empty() { "stranger" } else { ship };
    format!("Ahoy, {name}!")
}
