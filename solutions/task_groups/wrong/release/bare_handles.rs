//! Rejected by: step_7_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: each handle is aborted and awaited with care, but only when a build fails.

use std::collections::BTreeMap;

use futures::{StreamExt, stream::FuturesUnordered};
use worlds::{Binary, BuildError, Farm};

pub async fn release(farm: &Farm, packages: &[String]) -> Result<Vec<Binary>, Vec<BuildError>> {
    let mut aborts = Vec::new();
    let mut builds = FuturesUnordered::new();
    for (place, package) in packages.iter().cloned().enumerate() {
        let farm = farm.clone();
        let task = tokio::spawn(async move { farm.build(&package).await });
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
