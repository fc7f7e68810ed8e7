//! Error: E0382

use futures::future::join_all;
use tokio::sync::Semaphore;
use worlds::{Export, ExportError, Rows, Warehouse};

pub async fn export_all(
    warehouse: &Warehouse,
    tables: &[String],
    limit: usize,
) -> Vec<Result<Rows, ExportError>> {
    let permits = Semaphore::new(limit);
    let exports: Vec<Export> = tables.iter().map(|table| warehouse.open(table)).collect();
    let running = exports.into_iter().map(async |export| {
        let permit = permits.acquire().await.expect("the semaphore is never closed");
        let rows = export.run().await;
        drop((export, permit));
        rows
    });
    join_all(running).await
}
