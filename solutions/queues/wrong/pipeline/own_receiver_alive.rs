//! Rejected by: step_6_a_full_cabinet_stops_the_scanner
//! Outcome: deadlock
//! Why people write it: the loop that receives ends by `?`, and the receiver it borrowed stays.

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
    let file = async {
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
