//! Rejected by: step_4_a_slow_cabinet_holds_the_scanner_back
//! Outcome: wrong_answer
//! Why people write it: `send` of an unbounded channel needs no `.await` and never waits.

use tokio::sync::mpsc;
use worlds::{Archive, ArchiveError, Letter};

pub async fn archive_all(
    archive: &Archive,
    letters: impl Iterator<Item = Letter>,
    capacity: usize,
) -> Result<Vec<String>, ArchiveError> {
    let _ = capacity;
    let (images, mut queue) = mpsc::unbounded_channel();
    let scan = async move {
        for letter in letters {
            if images.send(archive.scan(letter).await?).is_err() {
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
