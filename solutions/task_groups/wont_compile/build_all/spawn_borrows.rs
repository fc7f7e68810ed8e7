//! Error: E0521

use tokio::task::JoinSet;
use worlds::{Binary, BuildError, Farm};

pub async fn build_all(farm: &Farm, packages: &[String]) -> Vec<Result<Binary, BuildError>> {
    let mut builds = JoinSet::new();
    for package in packages {
        builds.spawn(farm.build(package));
    }
    builds.join_all().await
}
