//! `export_storm`, solved: the permit comes first and stays until the export is closed.

use futures::future::join_all;
use tokio::sync::Semaphore;
use worlds::{ExportError, Rows, Warehouse};

/// Exports every table, as many at once as `limit` allows.
pub async fn export_all(
    warehouse: &Warehouse,
    tables: &[String],
    limit: usize,
) -> Vec<Result<Rows, ExportError>> {
    let permits = Semaphore::new(limit);
    let running = tables.iter().map(async |table| {
        // Two mistakes in two lines. `let _ = …` gave the permit back at once, so that all exports
        // ran together; and the exports were open, each with its buffer, before anyone asked for a
        // permit. What costs something belongs behind the permit, and the permit needs a name.
        let _permit = permits.acquire().await.expect("the semaphore is never closed");
        warehouse.open(table).run().await
    });
    join_all(running).await
}
