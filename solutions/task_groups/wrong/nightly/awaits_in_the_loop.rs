//! Rejected by: step_3_a_crash_is_built_once_more_at_once
//! Outcome: wrong_answer
//! Why people write it: the second attempt is awaited where the crash is seen; the next crash waits for it.

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
        attempts.insert(task.id(), place);
    }

    let (mut built, mut failed, mut crashed) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    while let Some(ended) = group.join_next_with_id().await {
        match ended {
            Ok((id, Ok(binary))) => {
                built.insert(attempts[&id], binary);
            }
            Ok((id, Err(error))) => {
                failed.insert(attempts[&id], error);
            }
            Err(error) => {
                let place = attempts[&error.id()];
                let package = packages[place].clone();
                {
                    let farm = farm.clone();
                    let mut second = JoinSet::new();
                    second.spawn(async move { farm.build(&package).await });
                    match second.join_next().await.expect("one build was spawned") {
                        Ok(Ok(binary)) => drop(built.insert(place, binary)),
                        Ok(Err(error)) => drop(failed.insert(place, error)),
                        Err(_) => {
                            crashed.insert(place, BuildError::crashed(&packages[place]));
                        }
                    }
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
