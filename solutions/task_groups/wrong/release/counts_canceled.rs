//! Rejected by: step_3_the_first_failure_ends_the_release
//! Outcome: wrong_answer
//! Why people write it: a `JoinError` is an error, so an aborted build seems to have failed.

use std::collections::{BTreeMap, HashMap};

use tokio::task::JoinSet;
use worlds::{Binary, BuildError, Farm};

pub async fn release(farm: &Farm, packages: &[String]) -> Result<Vec<Binary>, Vec<BuildError>> {
    let mut group = JoinSet::new();
    let mut places = HashMap::new();
    for (place, package) in packages.iter().cloned().enumerate() {
        let farm = farm.clone();
        let task = group.spawn(async move { farm.build(&package).await });
        places.insert(task.id(), place);
    }
    let (mut binaries, mut failures) = (BTreeMap::new(), BTreeMap::new());
    while let Some(ended) = group.join_next_with_id().await {
        let (id, built) = match ended {
            Ok(ended) => ended,
            Err(error) => (error.id(), Err(BuildError::crashed(&packages[places[&error.id()]]))),
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
