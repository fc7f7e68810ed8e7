//! `nightly`, solved: the parent joins, decides, and spawns again into the same group.

use std::collections::{BTreeMap, HashMap};

use tokio::task::JoinSet;
use worlds::{Binary, BuildError, Farm};

/// What a night gave: each package is in one list, each list in the order of the packages.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Nightly {
    /// What was built, at the first or the second attempt.
    pub built: Vec<Binary>,
    /// What failed, with the error of the build.
    pub failed: Vec<BuildError>,
    /// What panicked twice, as `BuildError::crashed`.
    pub crashed: Vec<BuildError>,
}

/// Builds every package at the same time, and gives what became of each when all have ended.
///
/// # Cancel safety
///
/// When the call is dropped, no build goes on.
pub async fn nightly(farm: &Farm, packages: &[String]) -> Nightly {
    let mut group = JoinSet::new();
    // By the id of the task, which survives a panic: the place, and which attempt it is.
    let mut attempts = HashMap::new();
    for (place, package) in packages.iter().cloned().enumerate() {
        let farm = farm.clone();
        let task = group.spawn(async move { farm.build(&package).await });
        attempts.insert(task.id(), (place, 1));
    }

    // The maps give back the order of the list, in whatever order the builds end.
    let (mut built, mut failed, mut crashed) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    while let Some(ended) = group.join_next_with_id().await {
        match ended {
            Ok((id, Ok(binary))) => {
                built.insert(attempts[&id].0, binary);
            }
            Ok((id, Err(error))) => {
                failed.insert(attempts[&id].0, error);
            }
            Err(error) => {
                let (place, attempt) = attempts[&error.id()];
                let package = packages[place].clone();
                if attempt == 1 {
                    // A group may grow while it is joined, and the loop goes on until it is empty.
                    // To await the second build here would let the next crash wait for it.
                    let farm = farm.clone();
                    let task = group.spawn(async move { farm.build(&package).await });
                    attempts.insert(task.id(), (place, 2));
                } else {
                    crashed.insert(place, BuildError::crashed(&package));
                }
            }
        }
    }
    Nightly {
        built: built.into_values().collect(),
        failed: failed.into_values().collect(),
        crashed: crashed.into_values().collect(),
    }
}
