//! Rejected by: step_3_a_crash_costs_its_own_place_only
//! Outcome: wrong_answer
//! Why people write it: a task that crashed has no result, and `flatten` leaves it out without a word.

use tokio::task::JoinSet;
use worlds::{Binary, BuildError, Farm};

pub async fn build_all(farm: &Farm, packages: &[String]) -> Vec<Result<Binary, BuildError>> {
    let mut builds = JoinSet::new();
    for (place, package) in packages.iter().cloned().enumerate() {
        let farm = farm.clone();
        builds.spawn(async move { (place, farm.build(&package).await) });
    }
    let mut ended = Vec::new();
    while let Some(build) = builds.join_next().await {
        ended.push(build);
    }
    let mut results: Vec<_> = ended.into_iter().flatten().collect();
    results.sort_by_key(|(place, _)| *place);
    results.into_iter().map(|(_, result)| result).collect()
}
