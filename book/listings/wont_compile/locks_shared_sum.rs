use listings::harbors::Harbors;

async fn add(harbors: &Harbors, name: &str, sum: &mut u32) {
    *sum += harbors.level(name).await.unwrap_or(0);
}

#[tokio::main]
async fn main() {
    let (harbors, mut sum) = (Harbors::new(), 0);
    let bergen = add(&harbors, "bergen", &mut sum);
    let oslo = add(&harbors, "oslo", &mut sum);
    tokio::join!(bergen, oslo);
    println!("{sum}");
}
