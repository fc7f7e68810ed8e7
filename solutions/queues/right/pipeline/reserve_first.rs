//! Differs by: the scanner reserves room in the queue before it takes a letter.

use tokio::sync::mpsc;
use worlds::{Archive, ArchiveError, Letter};

pub async fn archive_all(
    archive: &Archive,
    letters: impl Iterator<Item = Letter>,
    capacity: usize,
) -> Result<Vec<String>, ArchiveError> {
    let (images, mut queue) = mpsc::channel(capacity);
    let scan = async move {
        let mut letters = letters;
        while let Ok(room) = images.reserve().await {
            let Some(letter) = letters.next() else { break };
            room.send(archive.scan(letter).await?);
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
