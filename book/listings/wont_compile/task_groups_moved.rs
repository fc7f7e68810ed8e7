use listings::harbors::Harbors;
use tokio::task::JoinSet;

#[tokio::main]
async fn main() {
    let harbors = Harbors::new();
    let mut group = JoinSet::new();
    for name in ["bergen", "oslo"] {
        group.spawn(async move { harbors.level(name).await });
    }
    group.join_all().await;
}
