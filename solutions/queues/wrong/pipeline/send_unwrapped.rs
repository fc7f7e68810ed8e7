//! Rejected by: step_6_a_full_cabinet_stops_the_scanner
//! Outcome: panicked
//! Why people write it: the receiver is there as long as nobody fails, and `expect` is short.

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
            let image = archive.scan(letter).await?;
            images.send(image).await.expect("the cabinet is still there");
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
