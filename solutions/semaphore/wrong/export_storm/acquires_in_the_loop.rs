//! Rejected by: step_2_no_more_connections_than_the_limit
//! Outcome: deadlock
//! Why people write it: "acquire before you start it" is right for tasks; futures in a `Vec` are not started.

use futures::future::join_all;
use tokio::sync::Semaphore;
use worlds::{ExportError, Rows, Warehouse};

pub async fn export_all(
    warehouse: &Warehouse,
    tables: &[String],
    limit: usize,
) -> Vec<Result<Rows, ExportError>> {
    let permits = Semaphore::new(limit);
    let mut running = Vec::new();
    for table in tables {
        let permit = permits.acquire().await.expect("the semaphore is never closed");
        running.push(async move {
            let _permit = permit;
            warehouse.open(table).run().await
        });
    }
    join_all(running).await
}
