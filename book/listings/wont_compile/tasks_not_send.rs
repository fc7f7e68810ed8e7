//! A task that keeps an `Rc` while it waits.

use std::rc::Rc;

#[tokio::main]
async fn main() {
    let names = Rc::new(vec!["bergen", "oslo"]);
    let task = tokio::spawn(async move {
        tokio::task::yield_now().await;
        names.len()
    });
    println!("{:?}", task.await);
}
