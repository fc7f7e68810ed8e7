//! Rejected by: step_3_a_ship_without_a_name_is_a_stranger
//! Outcome: wrong_answer
//! Why people write it: the rule stands in the first sentence, the exception in the second.

pub async fn greet(ship: &str) -> String {
    format!("Ahoy, {ship}!")
}
