//! `release`, solved: abort at the first failure, and keep joining until the group is empty.

use std::collections::{BTreeMap, HashMap};

use tokio::task::JoinSet;
use worlds::{Binary, BuildError, Farm};

/// Builds every package at the same time: all of them, or none.
///
/// # Errors
///
/// At the first failure: every failure that has happened by then, in the order of `packages`.
///
/// # Cancel safety
///
/// When the call is dropped, every build under way is aborted.
pub async fn release(farm: &Farm, packages: &[String]) -> Result<Vec<Binary>, Vec<BuildError>> {
    let mut group = JoinSet::new();
    let mut places = HashMap::new();
    for (place, package) in packages.iter().cloned().enumerate() {
        let farm = farm.clone();
        let task = group.spawn(async move { farm.build(&package).await });
        // The id of a task survives its panic; what the task holds does not.
        places.insert(task.id(), place);
    }

    // Both maps give back the order of the list, in whatever order the builds end.
    let (mut binaries, mut failures) = (BTreeMap::new(), BTreeMap::new());
    // No early return: `abort_all` only asks. A task is gone when it has been joined, and what has
    // failed in the same instant is joined too. `shutdown` would wait, and drop those failures.
    while let Some(ended) = group.join_next_with_id().await {
        let (id, built) = match ended {
            Ok(ended) => ended,
            Err(error) if error.is_cancelled() => continue,
            Err(error) => {
                let package = &packages[places[&error.id()]];
                (error.id(), Err(BuildError::crashed(package)))
            }
        };
        match built {
            Ok(binary) => {
                binaries.insert(places[&id], binary);
            }
            Err(error) => {
                failures.insert(places[&id], error);
                group.abort_all();
            }
        }
    }

    if failures.is_empty() {
        Ok(binaries.into_values().collect())
    } else {
        Err(failures.into_values().collect())
    }
}
