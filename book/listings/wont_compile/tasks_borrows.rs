use listings::harbors::Harbors;

async fn survey(harbors: &Harbors) {
    let task = tokio::spawn(harbors.level("bergen"));
    println!("{:?}", task.await);
}

#[tokio::main]
async fn main() {
    survey(&Harbors::new()).await;
}
