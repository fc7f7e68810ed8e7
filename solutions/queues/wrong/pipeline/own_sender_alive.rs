//! Rejected by: step_1_every_letter_is_filed_in_order
//! Outcome: deadlock
//! Why people write it: an `async` block without `move` borrows the sender, which then lives as long as the call.

use tokio::sync::mpsc;
use worlds::{Archive, ArchiveError, Letter};

pub async fn archive_all(
    archive: &Archive,
    letters: impl Iterator<Item = Letter>,
    capacity: usize,
) -> Result<Vec<String>, ArchiveError> {
    let (images, mut queue) = mpsc::channel(capacity);
    let scan = async {
        for letter in letters {
            if images.send(archive.scan(letter).await?).await.is_err() {
                break;
            }
        }
        Ok::<_, ArchiveError>(())
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
