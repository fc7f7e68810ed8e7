//! A future that is awaited by reference.

async fn level() -> u32 {
    tokio::task::yield_now().await;
    12
}

#[tokio::main]
async fn main() {
    let mut question = level();
    println!("{}", (&mut question).await);
}
