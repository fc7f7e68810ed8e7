//! Two kinds of question in one list.

use futures::future::join_all;

async fn level(_harbor: &str) -> u32 {
    12
}

async fn wind(_harbor: &str) -> u32 {
    5
}

#[tokio::main]
async fn main() {
    let calls = vec![level("bergen"), wind("bergen")];
    println!("{:?}", join_all(calls).await);
}
