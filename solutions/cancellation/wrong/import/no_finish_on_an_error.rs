//! Rejected by: step_4_it_finishes_however_it_ends
//! Outcome: wrong_answer
//! Why people write it: `?` is the habit for errors, and it leaves before the register is finished.

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
    match write_all(rows, register, stop, &mut imported).await {
        Ok(end) => Report { imported, left: rows.len() - imported, end },
        Err(error) => Report { imported, left: rows.len() - imported, end: End::Refused(error) },
    }
}

async fn write_all(
    rows: &[Row],
    register: &Register,
    stop: &CancellationToken,
    imported: &mut usize,
) -> Result<End, RowError> {
    let mut end = End::Complete;
    for row in rows {
        if stop.is_cancelled() {
            end = End::Stopped;
            break;
        }
        register.write(row).await?;
        *imported += 1;
    }
    register.finish().await;
    Ok(end)
}
