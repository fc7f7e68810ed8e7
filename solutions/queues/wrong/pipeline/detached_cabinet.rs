//! Rejected by: step_7_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: the cabinet is to work by itself, and a task does.

use tokio::sync::mpsc;
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
    let file = tokio::spawn(async move {
        let mut filed = Vec::new();
        while let Some(image) = queue.recv().await {
            filed.push(archive.file(image).await?);
        }
        Ok(filed)
    });
    let (scanned, filed) = tokio::join!(scan, file);
    let filed = filed.expect("no filing panics")?;
    scanned.map(|()| filed)
}
