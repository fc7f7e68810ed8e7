//! Rejected by: step_3_it_stops_between_two_rows
//! Outcome: wrong_answer
//! Why people write it: one question at the top of the function reads as if it covered the loop.

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
    if stop.is_cancelled() {
        register.finish().await;
        return Report { imported: 0, left: rows.len(), end: End::Stopped };
    }
    let mut imported = 0;
    let mut end = End::Complete;
    for row in rows {
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
