//! Rejected by: step_3_no_more_buffers_than_the_limit
//! Outcome: wrong_answer
//! Why people write it: `let _` is a known trap; with it mended, the connections are right and the search ends.

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
        let _permit = permits.acquire().await.expect("the semaphore is never closed");
        export.run().await
    });
    join_all(running).await
}
