//! Rejected by: step_4_the_whole_limit_is_used
//! Outcome: wrong_answer
//! Why people write it: without the semaphore nothing can be forgotten, and both numbers are right.

use futures::future::join_all;
use worlds::{ExportError, Rows, Warehouse};

pub async fn export_all(
    warehouse: &Warehouse,
    tables: &[String],
    limit: usize,
) -> Vec<Result<Rows, ExportError>> {
    let mut rows = Vec::new();
    for wave in tables.chunks(limit) {
        rows.extend(join_all(wave.iter().map(|table| warehouse.open(table).run())).await);
    }
    rows
}
