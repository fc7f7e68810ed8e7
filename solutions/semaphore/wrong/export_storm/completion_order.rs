//! Rejected by: step_1_every_table_has_its_result
//! Outcome: wrong_answer
//! Why people write it: a stream with a bound needs no semaphore; that it also changes the order is not seen.

use futures::{StreamExt, stream};
use worlds::{ExportError, Rows, Warehouse};

pub async fn export_all(
    warehouse: &Warehouse,
    tables: &[String],
    limit: usize,
) -> Vec<Result<Rows, ExportError>> {
    let running =
        stream::iter(tables.to_vec()).map(async |table| warehouse.open(&table).run().await);
    running.buffer_unordered(limit).collect().await
}
