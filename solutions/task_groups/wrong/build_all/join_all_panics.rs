//! Rejected by: step_3_a_crash_costs_its_own_place_only
//! Outcome: wrong_answer
//! Why people write it: `join_all` is the shortest way to all results, and its last sentence tells of panics.

use tokio::task::JoinSet;
use worlds::{Binary, BuildError, Farm};

pub async fn build_all(farm: &Farm, packages: &[String]) -> Vec<Result<Binary, BuildError>> {
    let mut builds = JoinSet::new();
    for (place, package) in packages.iter().cloned().enumerate() {
        let farm = farm.clone();
        builds.spawn(async move { (place, farm.build(&package).await) });
    }
    let mut results = builds.join_all().await;
    results.sort_by_key(|(place, _)| *place);
    results.into_iter().map(|(_, result)| result).collect()
}
