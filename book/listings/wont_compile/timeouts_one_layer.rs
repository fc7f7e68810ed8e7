//! A time limit around a call that can fail.

use std::time::Duration;

use tokio::time::timeout;

async fn ask(_harbor: &str) -> Result<u32, String> {
    Ok(12)
}

async fn level() -> u32 {
    let limit = Duration::from_millis(50);
    match timeout(limit, ask("bergen")).await {
        Ok(level) => level,
        Err(_) => 10,
    }
}

#[tokio::main]
async fn main() {
    println!("{}", level().await);
}
