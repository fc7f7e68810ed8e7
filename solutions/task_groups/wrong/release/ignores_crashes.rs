//! Rejected by: step_5_a_crash_is_a_failure
//! Outcome: wrong_answer
//! Why people write it: every `JoinError` is taken for an aborted build.

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
            Err(_) => continue,
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
