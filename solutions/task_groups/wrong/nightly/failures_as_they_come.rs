//! Rejected by: step_2_a_failure_ends_nobody_else
//! Outcome: wrong_answer
//! Why people write it: the binaries are sorted with care, the errors are only for reading.

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

    let (mut built, mut failed, mut crashed) = (BTreeMap::new(), Vec::new(), BTreeMap::new());
    while let Some(ended) = group.join_next_with_id().await {
        match ended {
            Ok((id, Ok(binary))) => {
                built.insert(attempts[&id].0, binary);
            }
            Ok((_, Err(error))) => {
                failed.push(error);
            }
            Err(error) => {
                let (place, attempt) = attempts[&error.id()];
                let package = packages[place].clone();
                if attempt == 1 {
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
        failed,
        crashed: crashed.into_values().collect(),
    }
}
