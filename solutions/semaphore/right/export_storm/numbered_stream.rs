//! Differs by: a stream with a bound opens an export when it has a place for it.

use futures::{StreamExt, stream};
use worlds::{ExportError, Rows, Warehouse};

pub async fn export_all(
    warehouse: &Warehouse,
    tables: &[String],
    limit: usize,
) -> Vec<Result<Rows, ExportError>> {
    let numbered = stream::iter(tables.to_vec().into_iter().enumerate());
    let mut rows: Vec<_> = numbered
        .map(async |(index, table)| (index, warehouse.open(&table).run().await))
        .buffer_unordered(limit)
        .collect()
        .await;
    rows.sort_by_key(|(index, _)| *index);
    rows.into_iter().map(|(_, rows)| rows).collect()
}
