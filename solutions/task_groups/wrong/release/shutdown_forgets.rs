//! Rejected by: step_6_failures_of_one_instant_are_all_told
//! Outcome: wrong_answer
//! Why people write it: `shutdown` aborts and waits in one call; that it throws results away is in its last sentence.

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
            Err(error) if error.is_cancelled() => continue,
            Err(error) => (error.id(), Err(BuildError::crashed(&packages[places[&error.id()]]))),
        };
        match built {
            Ok(binary) => {
                binaries.insert(places[&id], binary);
            }
            Err(error) => {
                failures.insert(places[&id], error);
                group.shutdown().await;
            }
        }
    }
    if failures.is_empty() {
        Ok(binaries.into_values().collect())
    } else {
        Err(failures.into_values().collect())
    }
}
