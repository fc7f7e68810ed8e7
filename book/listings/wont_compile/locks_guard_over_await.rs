//! A guard of the standard library, held while the task waits.

use std::sync::{Arc, Mutex};

async fn level(_harbor: &str) -> u32 {
    12
}

#[tokio::main]
async fn main() {
    let sum = Arc::new(Mutex::new(0));
    let task = tokio::spawn(async move {
        let mut sum = sum.lock().expect("nobody panics");
        *sum += level("bergen").await;
    });
    task.await.expect("the task does not panic");
}
