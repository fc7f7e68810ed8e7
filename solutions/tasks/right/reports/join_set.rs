//! Differs by: a `JoinSet` owns the tasks; a place in a list for each, by the id of its task.

use std::collections::HashMap;

use tokio::task::JoinSet;
use worlds::Outbox;

pub async fn nightly(outbox: &Outbox, reports: &[String]) -> Vec<String> {
    let mut group = JoinSet::new();
    let mut places = HashMap::new();
    for (place, report) in reports.iter().cloned().enumerate() {
        let outbox = outbox.clone();
        let task = group.spawn(async move { outbox.send(&report).await });
        places.insert(task.id(), place);
    }
    let mut crashed = Vec::new();
    while let Some(ended) = group.join_next().await {
        crashed.extend(ended.err().map(|error| places[&error.id()]));
    }
    crashed.sort();
    crashed.into_iter().map(|place| reports[place].clone()).collect()
}
