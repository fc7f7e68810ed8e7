//! Rejected by: step_2_every_ship_hears_its_own_name
//! Outcome: wrong_answer
//! Why people write it: the example in the contract is copied, and the first step passes.

pub async fn greet(ship: &str) -> String {
    let name = if ship.is_empty() { "stranger" } else { "Mary Celeste" };
    format!("Ahoy, {name}!")
}
