//! A function that awaits itself.

async fn countdown(from: u32) {
    if from > 0 {
        tokio::task::yield_now().await;
        countdown(from - 1).await;
    }
}

#[tokio::main]
async fn main() {
    countdown(3).await;
}
