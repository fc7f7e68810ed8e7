//! Error: E0521

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
    let writes = tokio::spawn(async move {
        for row in rows {
            if stop.is_cancelled() || register.write(row).await.is_err() {
                break;
            }
        }
        register.finish().await;
    });
    writes.await.expect("no row crashes");
    Report { imported: rows.len(), left: 0, end: End::Complete }
}
