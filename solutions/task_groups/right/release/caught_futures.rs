//! Differs by: no task: one stream polls the builds, catches their panics, and drops them at once.

use std::{collections::BTreeMap, panic::AssertUnwindSafe};

use futures::{FutureExt, StreamExt, stream::FuturesUnordered};
use worlds::{Binary, BuildError, Farm};

pub async fn release(farm: &Farm, packages: &[String]) -> Result<Vec<Binary>, Vec<BuildError>> {
    let builds = packages.iter().enumerate().map(async |(place, package)| {
        let build = AssertUnwindSafe(farm.build(package)).catch_unwind().await;
        (place, build.unwrap_or_else(|_| Err(BuildError::crashed(package))))
    });
    let mut builds: FuturesUnordered<_> = builds.collect();
    let (mut binaries, mut failures) = (BTreeMap::new(), BTreeMap::new());
    let mut next = builds.next().await;
    while let Some((place, built)) = next {
        match built {
            Ok(binary) => drop(binaries.insert(place, binary)),
            Err(error) => drop(failures.insert(place, error)),
        }
        next = if failures.is_empty() {
            builds.next().await
        } else {
            builds.next().now_or_never().flatten()
        };
    }
    if failures.is_empty() {
        Ok(binaries.into_values().collect())
    } else {
        Err(failures.into_values().collect())
    }
}
