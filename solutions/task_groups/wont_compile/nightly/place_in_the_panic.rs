//! Error: E0308

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
    for (place, package) in packages.iter().cloned().enumerate() {
        let farm = farm.clone();
        group.spawn(async move { (place, farm.build(&package).await) });
    }
    let mut night = Nightly::default();
    while let Some(ended) = group.join_next().await {
        match ended {
            Ok((_, Ok(binary))) => night.built.push(binary),
            Ok((_, Err(error))) => night.failed.push(error),
            Err((place, _)) => night.crashed.push(BuildError::crashed(&packages[place])),
        }
    }
    night
}
