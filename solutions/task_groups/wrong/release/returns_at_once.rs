//! Rejected by: step_4_every_build_is_gone_when_it_returns
//! Outcome: wrong_answer
//! Why people write it: dropping the set aborts the rest, so an early `return` looks complete.

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
    let mut binaries = BTreeMap::new();
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
                return Err(vec![error]);
            }
        }
    }
    Ok(binaries.into_values().collect())
}
