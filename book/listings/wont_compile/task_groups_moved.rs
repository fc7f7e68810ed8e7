//! A group of tasks, each of which takes the same harbors.

use tokio::task::JoinSet;

#[derive(Clone)]
struct Harbors;

impl Harbors {
    async fn level(&self, _name: &str) -> u32 {
        12
    }
}

#[tokio::main]
async fn main() {
    let harbors = Harbors;
    let mut group = JoinSet::new();
    for name in ["bergen", "oslo"] {
        group.spawn(async move { harbors.level(name).await });
    }
    group.join_all().await;
}
