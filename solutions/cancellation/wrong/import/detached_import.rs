//! Rejected by: step_5_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: a task of its own cannot be dropped in the middle of a row.

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
    let (rows, register, stop) = (rows.to_vec(), register.clone(), stop.clone());
    let import = tokio::spawn(async move {
        let mut imported = 0;
        let mut end = End::Complete;
        for row in &rows {
            if stop.is_cancelled() {
                end = End::Stopped;
                break;
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
    });
    import.await.expect("no row crashes")
}
