//! Error: E0277

pub async fn greet(ship: &str) -> String {
    let name = if ship.is_empty() { "stranger" } else { ship };
    format!("Ahoy, {name}!").await
}
