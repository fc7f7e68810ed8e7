use std::time::Duration;

use listings::harbors::Harbors;
use tokio::time::timeout;

async fn level(harbors: &Harbors) -> u32 {
    let limit = Duration::from_millis(50);
    match timeout(limit, harbors.level("bergen")).await {
        Ok(level) => level,
        Err(_) => 10,
    }
}

#[tokio::main]
async fn main() {
    println!("{}", level(&Harbors::new()).await);
}
