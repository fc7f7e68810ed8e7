//! Differs by: a `JoinSet` owns the tasks, and a task is spawned when there is a permit for it.

use std::sync::Arc;

use tokio::{sync::Semaphore, task::JoinSet};
use worlds::{ExportError, Rows, Warehouse};

pub async fn export_all(
    warehouse: &Warehouse,
    tables: &[String],
    limit: usize,
) -> Vec<Result<Rows, ExportError>> {
    let permits = Arc::new(Semaphore::new(limit));
    let mut tasks = JoinSet::new();
    for (index, table) in tables.iter().cloned().enumerate() {
        let permit = Arc::clone(&permits).acquire_owned().await;
        let permit = permit.expect("the semaphore is never closed");
        let export = warehouse.open(&table);
        tasks.spawn(async move {
            let _permit = permit;
            (index, export.run().await)
        });
    }
    let mut rows = tasks.join_all().await;
    rows.sort_by_key(|(index, _)| *index);
    rows.into_iter().map(|(_, rows)| rows).collect()
}
