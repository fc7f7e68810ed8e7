//! Differs by: the tasks of a `JoinSet` write into a table of the parent's, so `shutdown` loses nothing.

use std::{
    panic::AssertUnwindSafe,
    sync::{Arc, Mutex},
};

use futures::FutureExt;
use tokio::task::JoinSet;
use worlds::{Binary, BuildError, Farm};

pub async fn release(farm: &Farm, packages: &[String]) -> Result<Vec<Binary>, Vec<BuildError>> {
    let table = Arc::new(Mutex::new(vec![None; packages.len()]));
    let mut group = JoinSet::new();
    for (place, package) in packages.iter().cloned().enumerate() {
        let (farm, table) = (farm.clone(), Arc::clone(&table));
        group.spawn(async move {
            let built = AssertUnwindSafe(farm.build(&package)).catch_unwind().await;
            let built = built.unwrap_or_else(|_| Err(BuildError::crashed(&package)));
            let is_built = built.is_ok();
            table.lock().expect("nobody panics with the table")[place] = Some(built);
            is_built
        });
    }
    while let Some(Ok(true)) = group.join_next().await {}
    group.shutdown().await;

    let ended = std::mem::take(&mut *table.lock().expect("nobody panics with the table"));
    let (binaries, failures): (Vec<_>, Vec<_>) =
        ended.into_iter().flatten().partition(Result::is_ok);
    if failures.is_empty() {
        Ok(binaries.into_iter().flatten().collect())
    } else {
        Err(failures.into_iter().filter_map(Result::err).collect())
    }
}
