//! Rejected by: step_4_the_second_attempt_is_the_last
//! Outcome: wrong_answer
//! Why people write it: a crash spawns the build again, and nobody counts.

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
                if attempt > 0 {
                    let farm = farm.clone();
                    let task = group.spawn(async move { farm.build(&package).await });
                    attempts.insert(task.id(), (place, attempt + 1));
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
