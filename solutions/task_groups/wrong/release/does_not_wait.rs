//! Rejected by: step_4_every_build_is_gone_when_it_returns
//! Outcome: wrong_answer
//! Why people write it: after `abort_all`, `try_join_next` finds the other failures, and the rest seems to be gone.

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
    let mut next = group.join_next_with_id().await;
    while let Some(ended) = next {
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
        next = if failures.is_empty() {
            group.join_next_with_id().await
        } else {
            group.try_join_next_with_id()
        };
    }
    if failures.is_empty() {
        Ok(binaries.into_values().collect())
    } else {
        Err(failures.into_values().collect())
    }
}
