//! Differs by: a stream of rows that is folded until the first reason to end.

use std::cell::Cell;

use futures::{TryStreamExt, stream};
use tokio_util::sync::CancellationToken;
use worlds::{Register, Row, RowError};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    Complete,
    Stopped,
    Refused(RowError),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub imported: usize,
    pub left: usize,
    pub end: End,
}

pub async fn import(rows: &[Row], register: &Register, stop: &CancellationToken) -> Report {
    let imported = Cell::new(0);
    let written = stream::iter(rows.iter().map(Ok))
        .try_for_each(async |row| {
            if stop.is_cancelled() {
                return Err(End::Stopped);
            }
            register.write(row).await.map_err(End::Refused)?;
            imported.set(imported.get() + 1);
            Ok(())
        })
        .await;
    register.finish().await;
    let imported = imported.get();
    let end = written.err().unwrap_or(End::Complete);
    Report { imported, left: rows.len() - imported, end }
}
