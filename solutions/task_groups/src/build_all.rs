//! `build_all`, solved: a `JoinSet` whose tasks bring their places along.

use tokio::task::JoinSet;
use worlds::{Binary, BuildError, Farm};

/// Builds every package at the same time.
///
/// # Cancel safety
///
/// When the call is dropped, no build goes on.
pub async fn build_all(farm: &Farm, packages: &[String]) -> Vec<Result<Binary, BuildError>> {
    // A task may outlive this call as far as the compiler knows, so it owns all that it uses.
    let mut builds = JoinSet::new();
    for (place, package) in packages.iter().cloned().enumerate() {
        let farm = farm.clone();
        builds.spawn(async move { (place, farm.build(&package).await) });
    }

    // A task that panics takes its place with it. What nobody fills in has crashed.
    let mut results: Vec<_> =
        packages.iter().map(|package| Err(BuildError::crashed(package))).collect();
    // `join_next` gives what ends first. `join_all` would pass the first panic on to the caller.
    while let Some(ended) = builds.join_next().await {
        if let Ok((place, result)) = ended {
            results[place] = result;
        }
    }
    results
}
