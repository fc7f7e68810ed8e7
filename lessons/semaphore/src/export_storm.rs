//! # Bounded concurrency: the export storm
//!
//! Every night all tables of a warehouse are exported, at most `limit` at a time. Last night the
//! warehouse ran out of connections, and the machine out of memory, although the code below has a
//! semaphore. The results are right. Find out what the semaphore does not guard, and mend it.
//!
//! - Read: `lessons/semaphore/README.md`
//! - Check: `cargo test -p semaphore export_storm` or `cargo checker run semaphore/export_storm`
//! - Hint: `cargo checker hint semaphore/export_storm`
//! - Toolbox: `tokio::sync::Semaphore`, `drop`, `futures::future::join_all`
//! - Needs: closures, patterns, when a value is dropped

use futures::future::join_all;
use tokio::sync::Semaphore;
use worlds::{Export, ExportError, Rows, Warehouse};

/// Exports every table, as many at once as `limit` allows.
///
/// At no time do more than `limit` exports run, each on a connection of its own, and at no time
/// are more than `limit` open, each with a buffer of its own. A place that becomes free while
/// tables wait is filled at that instant. The result at index `i` belongs to `tables[i]`; an
/// export that fails is an `Err` in its own place. If the call is dropped, the exports under way
/// are dropped with it and no other one begins. `limit` is at least 1.
pub async fn export_all(
    warehouse: &Warehouse,
    tables: &[String],
    limit: usize,
) -> Vec<Result<Rows, ExportError>> {
    let permits = Semaphore::new(limit);
    let exports: Vec<Export> = tables.iter().map(|table| warehouse.open(table)).collect();
    let running = exports.into_iter().map(async |export| {
        let _ = permits.acquire().await.expect("the semaphore is never closed");
        export.run().await
    });
    join_all(running).await
}
