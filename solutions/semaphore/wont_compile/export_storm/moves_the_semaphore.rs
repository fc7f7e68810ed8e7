//! Error: E0507

use futures::future::join_all;
use tokio::sync::Semaphore;
use worlds::{ExportError, Rows, Warehouse};

pub async fn export_all(
    warehouse: &Warehouse,
    tables: &[String],
    limit: usize,
) -> Vec<Result<Rows, ExportError>> {
    let permits = Semaphore::new(limit);
    let running = tables.iter().map(|table| async move {
        let _permit = permits.acquire().await.expect("the semaphore is never closed");
        warehouse.open(table).run().await
    });
    join_all(running).await
}
