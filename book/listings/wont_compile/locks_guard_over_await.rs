use std::sync::{Arc, Mutex};

use listings::harbors::Harbors;

#[tokio::main]
async fn main() {
    let (harbors, sum) = (Harbors::new(), Arc::new(Mutex::new(0)));
    let task = tokio::spawn(async move {
        let mut sum = sum.lock().expect("nobody panics");
        *sum += harbors.level("bergen").await.unwrap_or(0);
    });
    task.await.expect("the task does not panic");
}
