//! Differs by: the cabinet is a task, and a `JoinSet` aborts it when the call is dropped.

use tokio::{sync::mpsc, task::JoinSet};
use worlds::{Archive, ArchiveError, Letter};

pub async fn archive_all(
    archive: &Archive,
    letters: impl Iterator<Item = Letter>,
    capacity: usize,
) -> Result<Vec<String>, ArchiveError> {
    let (images, mut queue) = mpsc::channel(capacity);
    let scan = async move {
        for letter in letters {
            if images.send(archive.scan(letter).await?).await.is_err() {
                break;
            }
        }
        Ok(())
    };
    let archive = archive.clone();
    let mut task = JoinSet::new();
    task.spawn(async move {
        let mut filed = Vec::new();
        while let Some(image) = queue.recv().await {
            filed.push(archive.file(image).await?);
        }
        Ok(filed)
    });
    let (scanned, filed) = tokio::join!(scan, task.join_next());
    let filed = filed.expect("there is one task").expect("no filing panics")?;
    scanned.map(|()| filed)
}
