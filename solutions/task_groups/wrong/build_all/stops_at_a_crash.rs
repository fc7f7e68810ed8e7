//! Rejected by: step_3_a_crash_costs_its_own_place_only
//! Outcome: wrong_answer
//! Why people write it: `while let Some(Ok(..))` reads well, and takes the first crash for the end of the group.

use tokio::task::JoinSet;
use worlds::{Binary, BuildError, Farm};

pub async fn build_all(farm: &Farm, packages: &[String]) -> Vec<Result<Binary, BuildError>> {
    let mut builds = JoinSet::new();
    for (place, package) in packages.iter().cloned().enumerate() {
        let farm = farm.clone();
        builds.spawn(async move { (place, farm.build(&package).await) });
    }
    let mut results: Vec<_> =
        packages.iter().map(|package| Err(BuildError::crashed(package))).collect();
    while let Some(Ok((place, result))) = builds.join_next().await {
        results[place] = result;
    }
    results
}
