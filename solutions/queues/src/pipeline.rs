//! `pipeline`, solved: two futures, one queue, and each side ends the other by letting go.

use tokio::sync::mpsc;
use worlds::{Archive, ArchiveError, Letter};

/// Scans every letter and files its image.
pub async fn archive_all(
    archive: &Archive,
    letters: impl Iterator<Item = Letter>,
    capacity: usize,
) -> Result<Vec<String>, ArchiveError> {
    let (images, mut queue) = mpsc::channel(capacity);
    // `move` gives each side its own end of the queue, to be dropped when that side ends: in good
    // order, by `?`, or by `break`.
    let scan = async move {
        for letter in letters {
            // A `send` fails when the cabinet is gone. The reason is the cabinet's error, so
            // nothing is to be told here.
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
    // Not `try_join!`: at a torn letter it would drop the cabinet, and what waits in the queue.
    let (scanned, filed) = tokio::join!(scan, file);
    let filed = filed?;
    scanned.map(|()| filed)
}
