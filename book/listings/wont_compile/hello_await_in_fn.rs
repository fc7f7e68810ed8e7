async fn forecast(town: &str) -> String {
    format!("{town}: rain")
}

fn main() {
    println!("{}", forecast("Bergen").await);
}
