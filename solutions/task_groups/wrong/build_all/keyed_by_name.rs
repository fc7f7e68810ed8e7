//! Rejected by: step_4_the_same_package_twice_is_built_twice
//! Outcome: wrong_answer
//! Why people write it: a map from name to result looks like the natural place to collect them.

use std::collections::HashMap;

use tokio::task::JoinSet;
use worlds::{Binary, BuildError, Farm};

pub async fn build_all(farm: &Farm, packages: &[String]) -> Vec<Result<Binary, BuildError>> {
    let mut builds = JoinSet::new();
    for package in packages.iter().cloned() {
        let farm = farm.clone();
        builds.spawn(async move {
            let result = farm.build(&package).await;
            (package, result)
        });
    }
    let mut results = HashMap::new();
    while let Some(ended) = builds.join_next().await {
        results.extend(ended);
    }
    let crashed = |package| Err(BuildError::crashed(package));
    packages.iter().map(|name| results.remove(name).unwrap_or_else(|| crashed(name))).collect()
}
