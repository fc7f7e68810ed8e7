//! A function that is not `async`, and waits.

async fn forecast(town: &str) -> String {
    format!("{town}: rain")
}

fn main() {
    println!("{}", forecast("Bergen").await);
}
