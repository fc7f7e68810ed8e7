//! Differs by: the text is made at the call; the future only hands it over.

use std::future::{Ready, ready};

pub fn greet(ship: &str) -> Ready<String> {
    let mut greeting = String::from("Ahoy, ");
    greeting.push_str(if ship.is_empty() { "stranger" } else { ship });
    greeting.push('!');
    ready(greeting)
}
