//! Rejected by: step_1_results_keep_the_order_of_the_packages
//! Outcome: wrong_answer
//! Why people write it: the list of packages had an order, so the list of results seems to have it.

use std::collections::HashMap;

use tokio::task::JoinSet;
use worlds::{Binary, BuildError, Farm};

pub async fn build_all(farm: &Farm, packages: &[String]) -> Vec<Result<Binary, BuildError>> {
    let mut builds = JoinSet::new();
    let mut names = HashMap::new();
    for package in packages.iter().cloned() {
        let (farm, name) = (farm.clone(), package.clone());
        let task = builds.spawn(async move { farm.build(&package).await });
        names.insert(task.id(), name);
    }
    let mut results = Vec::new();
    while let Some(ended) = builds.join_next().await {
        results.push(ended.unwrap_or_else(|e| Err(BuildError::crashed(&names[&e.id()]))));
    }
    results
}
