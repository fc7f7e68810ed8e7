//! Rejected by: step_2_scanner_and_cabinet_work_together
//! Outcome: wrong_answer
//! Why people write it: `buffered` keeps the order and has a limit, so it looks like the queue.

use futures::{StreamExt, stream};
use worlds::{Archive, ArchiveError, Letter};

pub async fn archive_all(
    archive: &Archive,
    letters: impl Iterator<Item = Letter>,
    capacity: usize,
) -> Result<Vec<String>, ArchiveError> {
    let mut images = stream::iter(letters).map(|letter| archive.scan(letter)).buffered(capacity);
    let mut filed = Vec::new();
    while let Some(image) = images.next().await {
        filed.push(archive.file(image?).await?);
    }
    Ok(filed)
}
