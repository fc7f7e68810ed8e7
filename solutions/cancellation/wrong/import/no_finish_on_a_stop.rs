//! Rejected by: step_4_it_finishes_however_it_ends
//! Outcome: wrong_answer
//! Why people write it: `return` is the short way out of a loop, and passes by what stands after
//! it.

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
        if stop.is_cancelled() {
            return Report { imported, left: rows.len() - imported, end: End::Stopped };
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
