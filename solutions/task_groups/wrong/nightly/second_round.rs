//! Rejected by: step_3_a_crash_is_built_once_more_at_once
//! Outcome: wrong_answer
//! Why people write it: what crashed is collected and built again in a second round, when the first one is over.

use std::collections::{BTreeMap, HashMap};

use tokio::task::JoinSet;
use worlds::{Binary, BuildError, Farm};

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Nightly {
    pub built: Vec<Binary>,
    pub failed: Vec<BuildError>,
    pub crashed: Vec<BuildError>,
}

pub async fn nightly(farm: &Farm, packages: &[String]) -> Nightly {
    let mut group = JoinSet::new();
    let mut attempts = HashMap::new();
    for (place, package) in packages.iter().cloned().enumerate() {
        let farm = farm.clone();
        let task = group.spawn(async move { farm.build(&package).await });
        attempts.insert(task.id(), (place, 1));
    }

    let (mut built, mut failed, mut crashed) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let mut again = Vec::new();
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
                    again.push((place, package));
                } else {
                    crashed.insert(place, BuildError::crashed(&package));
                }
            }
        }
        if group.is_empty() {
            for (place, package) in again.drain(..) {
                let farm = farm.clone();
                let task = group.spawn(async move { farm.build(&package).await });
                attempts.insert(task.id(), (place, 2));
            }
        }
    }
    Nightly {
        built: built.into_values().collect(),
        failed: failed.into_values().collect(),
        crashed: crashed.into_values().collect(),
    }
}
