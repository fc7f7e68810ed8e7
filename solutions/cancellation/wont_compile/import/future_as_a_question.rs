//! Error: E0308

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
    let mut imported = 0;
    for row in rows {
        if stop.cancelled() {
            break;
        }
        if register.write(row).await.is_ok() {
            imported += 1;
        }
    }
    register.finish().await;
    Report { imported, left: rows.len() - imported, end: End::Complete }
}
