//! Rejected by: step_3_it_stops_between_two_rows
//! Outcome: wrong_answer
//! Why people write it: the token is asked for the reason, when the rows are what tells it.

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
    let mut refused = None;
    for row in rows {
        if stop.is_cancelled() {
            break;
        }
        match register.write(row).await {
            Ok(_) => imported += 1,
            Err(error) => {
                refused = Some(error);
                break;
            }
        }
    }
    register.finish().await;
    let end = match refused {
        Some(error) => End::Refused(error),
        None if stop.is_cancelled() => End::Stopped,
        None => End::Complete,
    };
    Report { imported, left: rows.len() - imported, end }
}
