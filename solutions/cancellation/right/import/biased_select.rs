//! Differs by: a `select!` that waits for the token or for nothing, and asks the token first.

use std::future::ready;

use tokio::select;
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
    let mut end = End::Complete;
    for row in rows {
        select! {
            biased;
            () = stop.cancelled() => {
                end = End::Stopped;
                break;
            }
            () = ready(()) => {}
        }
        match register.write(row).await {
            Ok(_) => imported += 1,
            Err(error) => {
                end = End::Refused(error);
                break;
            }
        }
    }
    register.finish().await;
    Report { imported, left: rows.len() - imported, end }
}
