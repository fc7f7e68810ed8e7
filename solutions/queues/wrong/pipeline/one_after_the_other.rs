//! Rejected by: step_2_scanner_and_cabinet_work_together
//! Outcome: wrong_answer
//! Why people write it: one letter from the box to the cabinet is the natural unit of a loop.

use worlds::{Archive, ArchiveError, Letter};

pub async fn archive_all(
    archive: &Archive,
    letters: impl Iterator<Item = Letter>,
    capacity: usize,
) -> Result<Vec<String>, ArchiveError> {
    let _ = capacity;
    let mut filed = Vec::new();
    for letter in letters {
        filed.push(archive.file(archive.scan(letter).await?).await?);
    }
    Ok(filed)
}
