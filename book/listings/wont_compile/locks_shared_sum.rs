//! Two futures that add to one sum.

async fn level(_harbor: &str) -> u32 {
    12
}

async fn add(name: &str, sum: &mut u32) {
    *sum += level(name).await;
}

#[tokio::main]
async fn main() {
    let mut sum = 0;
    let bergen = add("bergen", &mut sum);
    let oslo = add("oslo", &mut sum);
    tokio::join!(bergen, oslo);
    println!("{sum}");
}
