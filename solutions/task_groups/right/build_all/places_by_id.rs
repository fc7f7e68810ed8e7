//! Differs by: the parent keeps the place of each task by its id, also of a task that panics.

use std::collections::HashMap;

use tokio::task::JoinSet;
use worlds::{Binary, BuildError, Farm};

pub async fn build_all(farm: &Farm, packages: &[String]) -> Vec<Result<Binary, BuildError>> {
    let mut builds = JoinSet::new();
    let mut places = HashMap::new();
    for (place, package) in packages.iter().cloned().enumerate() {
        let farm = farm.clone();
        let task = builds.spawn(async move { farm.build(&package).await });
        places.insert(task.id(), place);
    }
    let mut results = Vec::new();
    while let Some(ended) = builds.join_next_with_id().await {
        let (id, result) = ended.unwrap_or_else(|error| {
            (error.id(), Err(BuildError::crashed(&packages[places[&error.id()]])))
        });
        results.push((places[&id], result));
    }
    results.sort_by_key(|(place, _)| *place);
    results.into_iter().map(|(_, result)| result).collect()
}
