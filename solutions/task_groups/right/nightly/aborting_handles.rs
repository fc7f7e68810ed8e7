//! Differs by: each package has a future that owns one task after the other by an `AbortOnDropHandle`.

use futures::future::join_all;
use tokio_util::task::AbortOnDropHandle;
use worlds::{Binary, BuildError, Farm};

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Nightly {
    pub built: Vec<Binary>,
    pub failed: Vec<BuildError>,
    pub crashed: Vec<BuildError>,
}

pub async fn nightly(farm: &Farm, packages: &[String]) -> Nightly {
    let attempt = |package: &String| {
        let (farm, package) = (farm.clone(), package.clone());
        AbortOnDropHandle::new(tokio::spawn(async move { farm.build(&package).await }))
    };
    let builds = packages.iter().map(async |package| match attempt(package).await {
        Ok(built) => Ok(built),
        Err(_) => attempt(package).await,
    });
    let ended = join_all(builds).await;
    let mut night = Nightly::default();
    for (ended, package) in ended.into_iter().zip(packages) {
        match ended {
            Ok(Ok(binary)) => night.built.push(binary),
            Ok(Err(error)) => night.failed.push(error),
            Err(_) => night.crashed.push(BuildError::crashed(package)),
        }
    }
    night
}
