//! Error: E0382

use tokio::task::JoinSet;
use worlds::{Binary, BuildError, Farm};

pub async fn build_all(farm: &Farm, packages: &[String]) -> Vec<Result<Binary, BuildError>> {
    let mut builds = JoinSet::new();
    let farm = farm.clone();
    for package in packages.iter().cloned() {
        builds.spawn(async move { farm.build(&package).await });
    }
    builds.join_all().await
}
