//! Differs by: a stream of `AbortOnDropHandle`s owns the tasks; each brings its place along.

use std::collections::BTreeMap;

use futures::{StreamExt, stream::FuturesUnordered};
use tokio_util::task::AbortOnDropHandle;
use worlds::{Binary, BuildError, Farm};

pub async fn release(farm: &Farm, packages: &[String]) -> Result<Vec<Binary>, Vec<BuildError>> {
    let mut aborts = Vec::new();
    let mut builds = FuturesUnordered::new();
    for (place, package) in packages.iter().cloned().enumerate() {
        let farm = farm.clone();
        let task = AbortOnDropHandle::new(tokio::spawn(async move { farm.build(&package).await }));
        aborts.push(task.abort_handle());
        builds.push(async move { (place, task.await) });
    }
    let (mut binaries, mut failures) = (BTreeMap::new(), BTreeMap::new());
    while let Some((place, ended)) = builds.next().await {
        let error = match ended {
            Ok(Ok(binary)) => {
                binaries.insert(place, binary);
                continue;
            }
            Err(error) if error.is_cancelled() => continue,
            Ok(Err(error)) => error,
            Err(_) => BuildError::crashed(&packages[place]),
        };
        failures.insert(place, error);
        aborts.iter().for_each(|task| task.abort());
    }
    if failures.is_empty() {
        Ok(binaries.into_values().collect())
    } else {
        Err(failures.into_values().collect())
    }
}
