//! Error: E0373

use tokio::task::JoinSet;
use worlds::{Binary, BuildError, Farm};

pub async fn build_all(farm: &Farm, packages: &[String]) -> Vec<Result<Binary, BuildError>> {
    let mut builds = JoinSet::new();
    for package in packages.iter().cloned() {
        let farm = farm.clone();
        builds.spawn(async { farm.build(&package).await });
    }
    builds.join_all().await
}
