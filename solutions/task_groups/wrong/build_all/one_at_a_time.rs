//! Rejected by: step_2_all_builds_run_together
//! Outcome: wrong_answer
//! Why people write it: a task for each build seems to be what makes them run together.

use tokio::task::JoinSet;
use worlds::{Binary, BuildError, Farm};

pub async fn build_all(farm: &Farm, packages: &[String]) -> Vec<Result<Binary, BuildError>> {
    let mut builds = JoinSet::new();
    let mut results = Vec::new();
    for package in packages.iter().cloned() {
        let (farm, name) = (farm.clone(), package.clone());
        builds.spawn(async move { farm.build(&package).await });
        let ended = builds.join_next().await.expect("a build was spawned");
        results.push(ended.unwrap_or_else(|_| Err(BuildError::crashed(&name))));
    }
    results
}
