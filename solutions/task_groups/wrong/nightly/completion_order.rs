//! Rejected by: step_1_binaries_keep_the_order_of_the_packages
//! Outcome: wrong_answer
//! Why people write it: the three lists are filled as the builds end.

use std::collections::HashMap;

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

    let (mut built, mut failed, mut crashed) = (Vec::new(), Vec::new(), Vec::new());
    while let Some(ended) = group.join_next_with_id().await {
        match ended {
            Ok((_, Ok(binary))) => {
                built.push(binary);
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
                    crashed.push(BuildError::crashed(&package));
                }
            }
        }
    }
    Nightly { built, failed, crashed }
}
