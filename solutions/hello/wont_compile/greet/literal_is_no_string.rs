//! Error: E0308

pub async fn greet(ship: &str) -> String {
    if ship.is_empty() { "Ahoy, stranger!" } else { format!("Ahoy, {ship}!") }
}
