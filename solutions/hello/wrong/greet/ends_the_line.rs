//! Rejected by: step_1_the_mary_celeste_is_greeted
//! Outcome: wrong_answer
//! Why people write it: the greeting is to be printed, and print adds a line feed.

pub async fn greet(ship: &str) -> String {
    let name = if ship.is_empty() { "stranger" } else { ship };
    format!("Ahoy, {name}!\n")
}
