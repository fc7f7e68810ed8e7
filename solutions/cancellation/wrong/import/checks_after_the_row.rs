//! Rejected by: step_2_a_canceled_token_imports_nothing
//! Outcome: wrong_answer
//! Why people write it: the question is asked when a row is done.

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
        match register.write(row).await {
            Ok(_) => imported += 1,
            Err(error) => {
                end = End::Refused(error);
                break;
            }
        }
        if stop.is_cancelled() && imported < rows.len() {
            end = End::Stopped;
            break;
        }
    }
    register.finish().await;
    Report { imported, left: rows.len() - imported, end }
}
