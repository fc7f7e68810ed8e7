//! Rejected by: step_2_no_more_connections_than_the_limit
//! Outcome: wrong_answer
//! Why people write it: the line with `acquire` stands before the one that opens; it looks as if it guarded it.

use futures::future::join_all;
use tokio::sync::Semaphore;
use worlds::{ExportError, Rows, Warehouse};

pub async fn export_all(
    warehouse: &Warehouse,
    tables: &[String],
    limit: usize,
) -> Vec<Result<Rows, ExportError>> {
    let permits = Semaphore::new(limit);
    let running = tables.iter().map(async |table| {
        let _ = permits.acquire().await.expect("the semaphore is never closed");
        warehouse.open(table).run().await
    });
    join_all(running).await
}
