//! A task that borrows from its caller.

struct Harbors;

impl Harbors {
    async fn level(&self, _name: &str) -> u32 {
        12
    }
}

async fn survey(harbors: &Harbors) {
    let task = tokio::spawn(harbors.level("bergen"));
    println!("{:?}", task.await);
}

#[tokio::main]
async fn main() {
    survey(&Harbors).await;
}
