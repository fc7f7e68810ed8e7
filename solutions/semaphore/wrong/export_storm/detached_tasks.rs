//! Rejected by: step_5_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: acquire, then spawn with the permit inside: right, until the call is dropped.

use std::sync::Arc;

use futures::future::join_all;
use tokio::sync::Semaphore;
use worlds::{ExportError, Rows, Warehouse};

pub async fn export_all(
    warehouse: &Warehouse,
    tables: &[String],
    limit: usize,
) -> Vec<Result<Rows, ExportError>> {
    let permits = Arc::new(Semaphore::new(limit));
    let mut tasks = Vec::new();
    for table in tables {
        let permit = Arc::clone(&permits).acquire_owned().await;
        let permit = permit.expect("the semaphore is never closed");
        let (warehouse, table) = (warehouse.clone(), table.clone());
        tasks.push(tokio::spawn(async move {
            let _permit = permit;
            warehouse.open(&table).run().await
        }));
    }
    join_all(tasks).await.into_iter().map(|task| task.expect("no export panics")).collect()
}
