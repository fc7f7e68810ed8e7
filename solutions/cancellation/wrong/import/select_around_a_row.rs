//! Rejected by: step_3_it_stops_between_two_rows
//! Outcome: wrong_answer
//! Why people write it: `select!` in the loop looks like a question between two rows.

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
        let written = select! {
            biased;
            () = stop.cancelled() => {
                end = End::Stopped;
                break;
            }
            written = register.write(row) => written,
        };
        match written {
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
