//! Error: E0382

use std::collections::HashMap;

use tokio::task::JoinSet;
use worlds::{Binary, BuildError, Farm};

pub async fn release(farm: &Farm, packages: &[String]) -> Result<Vec<Binary>, Vec<BuildError>> {
    let mut group = JoinSet::new();
    let mut names = HashMap::new();
    for package in packages.iter().cloned() {
        let farm = farm.clone();
        let task = group.spawn(async move { farm.build(&package).await });
        names.insert(task.id(), package);
    }
    let mut binaries = Vec::new();
    while let Some(ended) = group.join_next().await {
        let built = ended.unwrap_or_else(|e| Err(BuildError::crashed(&names[&e.id()])));
        binaries.push(built.map_err(|error| vec![error])?);
    }
    Ok(binaries)
}
