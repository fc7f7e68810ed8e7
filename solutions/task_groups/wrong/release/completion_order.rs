//! Rejected by: step_1_binaries_keep_the_order_of_the_packages
//! Outcome: wrong_answer
//! Why people write it: the binaries are pushed as they come, and no test so far had a slow first package.

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
    let (mut binaries, mut failures) = (Vec::new(), BTreeMap::new());
    while let Some(ended) = group.join_next_with_id().await {
        let (id, built) = match ended {
            Ok(ended) => ended,
            Err(error) if error.is_cancelled() => continue,
            Err(error) => (error.id(), Err(BuildError::crashed(&packages[places[&error.id()]]))),
        };
        match built {
            Ok(binary) => {
                binaries.push(binary);
            }
            Err(error) => {
                failures.insert(places[&id], error);
                group.abort_all();
            }
        }
    }
    if failures.is_empty() { Ok(binaries) } else { Err(failures.into_values().collect()) }
}
