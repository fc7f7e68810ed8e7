//! Differs by: a list of `AbortOnDropHandle`s owns the tasks, awaited in the order of the list.

use futures::future::join_all;
use tokio_util::task::AbortOnDropHandle;
use worlds::{Binary, BuildError, Farm};

pub async fn build_all(farm: &Farm, packages: &[String]) -> Vec<Result<Binary, BuildError>> {
    let builds = packages.iter().cloned().map(|package| {
        let farm = farm.clone();
        AbortOnDropHandle::new(tokio::spawn(async move { farm.build(&package).await }))
    });
    let ended = join_all(builds).await.into_iter().zip(packages);
    ended.map(|(build, name)| build.unwrap_or_else(|_| Err(BuildError::crashed(name)))).collect()
}
