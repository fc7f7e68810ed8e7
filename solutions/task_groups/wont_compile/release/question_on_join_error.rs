//! Error: E0277

use tokio::task::JoinSet;
use worlds::{Binary, BuildError, Farm};

pub async fn release(farm: &Farm, packages: &[String]) -> Result<Vec<Binary>, Vec<BuildError>> {
    let mut group = JoinSet::new();
    for package in packages.iter().cloned() {
        let farm = farm.clone();
        group.spawn(async move { farm.build(&package).await });
    }
    let mut binaries = Vec::new();
    while let Some(ended) = group.join_next().await {
        let built = ended?;
        binaries.push(built.map_err(|error| vec![error])?);
    }
    Ok(binaries)
}
