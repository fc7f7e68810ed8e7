//! Differs by: the import is a task, which a dropped call aborts.

use tokio_util::{sync::CancellationToken, task::AbortOnDropHandle};
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
    let (all, rows) = (rows.len(), rows.to_vec());
    let (register, stop) = (register.clone(), stop.clone());
    let import = tokio::spawn(async move {
        let mut imported = 0;
        let mut rows = rows.iter();
        let end = loop {
            let Some(row) = rows.next() else { break End::Complete };
            if stop.is_cancelled() {
                break End::Stopped;
            }
            if let Err(error) = register.write(row).await {
                break End::Refused(error);
            }
            imported += 1;
        };
        register.finish().await;
        (imported, end)
    });
    let (imported, end) = AbortOnDropHandle::new(import).await.expect("no row crashes");
    Report { imported, left: all - imported, end }
}
