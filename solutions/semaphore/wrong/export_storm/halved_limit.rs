//! Rejected by: step_4_the_whole_limit_is_used
//! Outcome: wrong_answer
//! Why people write it: after an outage, a smaller number feels safe.

use futures::future::join_all;
use tokio::sync::Semaphore;
use worlds::{ExportError, Rows, Warehouse};

pub async fn export_all(
    warehouse: &Warehouse,
    tables: &[String],
    limit: usize,
) -> Vec<Result<Rows, ExportError>> {
    let permits = Semaphore::new(limit.div_ceil(2));
    let running = tables.iter().map(async |table| {
        let _permit = permits.acquire().await.expect("the semaphore is never closed");
        warehouse.open(table).run().await
    });
    join_all(running).await
}
