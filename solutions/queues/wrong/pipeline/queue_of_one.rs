//! Rejected by: step_3_the_queue_evens_out
//! Outcome: wrong_answer
//! Why people write it: a queue only has to hand over, so the shortest one seems enough.

use tokio::sync::mpsc;
use worlds::{Archive, ArchiveError, Letter};

pub async fn archive_all(
    archive: &Archive,
    letters: impl Iterator<Item = Letter>,
    capacity: usize,
) -> Result<Vec<String>, ArchiveError> {
    let _ = capacity;
    let (images, mut queue) = mpsc::channel(1);
    let scan = async move {
        for letter in letters {
            if images.send(archive.scan(letter).await?).await.is_err() {
                break;
            }
        }
        Ok(())
    };
    let file = async move {
        let mut filed = Vec::new();
        while let Some(image) = queue.recv().await {
            filed.push(archive.file(image).await?);
        }
        Ok(filed)
    };
    let (scanned, filed) = tokio::join!(scan, file);
    let filed = filed?;
    scanned.map(|()| filed)
}
