//! Rejected by: step_1_every_row_arrives_in_its_order
//! Outcome: wrong_answer
//! Why people write it: waiting together is faster, and the register keeps one order only by
//! accident.

use futures::future::join_all;
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
    let written = join_all(rows.iter().map(|row| register.write(row))).await;
    register.finish().await;
    let imported = written.iter().filter(|written| written.is_ok()).count();
    let end = written.into_iter().find_map(Result::err).map_or(End::Complete, End::Refused);
    Report { imported, left: rows.len() - imported, end }
}
