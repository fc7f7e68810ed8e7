//! A task that takes a borrowed permit with it.

use tokio::sync::Semaphore;

#[tokio::main]
async fn main() {
    let lines = Semaphore::new(2);
    let line = lines.acquire().await.expect("nobody closes it");
    tokio::spawn(async move {
        println!("one question at a time");
        drop(line);
    });
}
