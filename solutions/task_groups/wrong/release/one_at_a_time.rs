//! Rejected by: step_2_all_builds_run_together
//! Outcome: wrong_answer
//! Why people write it: a loop with `?` stops at the first failure, and nothing of the rest has begun.

use tokio::task::JoinSet;
use worlds::{Binary, BuildError, Farm};

pub async fn release(farm: &Farm, packages: &[String]) -> Result<Vec<Binary>, Vec<BuildError>> {
    let mut group = JoinSet::new();
    let mut binaries = Vec::new();
    for package in packages.iter().cloned() {
        let (farm, name) = (farm.clone(), package.clone());
        group.spawn(async move { farm.build(&package).await });
        let ended = group.join_next().await.expect("a build was spawned");
        let built = ended.unwrap_or_else(|_| Err(BuildError::crashed(&name)));
        binaries.push(built.map_err(|error| vec![error])?);
    }
    Ok(binaries)
}
