//! Error: E0382

use std::collections::HashMap;

use tokio::task::JoinSet;
use worlds::{Binary, BuildError, Farm};

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Nightly {
    pub built: Vec<Binary>,
    pub failed: Vec<BuildError>,
    pub crashed: Vec<BuildError>,
}

pub async fn nightly(farm: &Farm, packages: &[String]) -> Nightly {
    let mut group = JoinSet::new();
    let mut names = HashMap::new();
    for package in packages.iter().cloned() {
        let farm = farm.clone();
        let task = group.spawn(async move { farm.build(&package).await });
        names.insert(task.id(), package);
    }
    let mut night = Nightly::default();
    while let Some(ended) = group.join_next().await {
        match ended {
            Ok(Ok(binary)) => night.built.push(binary),
            Ok(Err(error)) => night.failed.push(error),
            Err(error) => night.crashed.push(BuildError::crashed(&names[&error.id()])),
        }
    }
    night
}
