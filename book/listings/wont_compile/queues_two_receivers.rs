//! Two workers at one queue, each with an end of its own.

use tokio::sync::mpsc::{self, Receiver};

#[tokio::main]
async fn main() {
    let (sender, names) = mpsc::channel(2);
    for _ in 0..2 {
        tokio::spawn(work(names.clone()));
    }
    sender.send("bergen").await.expect("a worker is there");
}

async fn work(mut names: Receiver<&'static str>) {
    while let Some(name) = names.recv().await {
        println!("asking {name}");
    }
}
