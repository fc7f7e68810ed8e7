//! # Pipeline: from the scanner to the cabinet
//!
//! Old letters are scanned, and their images are filed. Both take time, so the scanner works on the
//! next letter while the cabinet files the last one, with a short queue between them. The box holds
//! more letters than the memory can hold images, and either side may fail.
//!
//! - Read: `lessons/queues/README.md`
//! - Check: `cargo test -p queues pipeline` or `cargo checker run queues/pipeline`
//! - Hint: `cargo checker hint queues/pipeline`
//! - Toolbox: `tokio::sync::mpsc`, `tokio::join!`, `tokio::try_join!`; one of them is a trap here
//! - Needs: `move`, `Result` and `?`, when a value is dropped

use worlds::{Archive, ArchiveError, Letter};

/// Scans every letter and files its image, in the order of `letters`, and gives the names of the
/// letters that `archive.file` gave, in the same order.
///
/// One scan and one filing run at the same time, never more of either. Images wait in a queue of
/// `capacity`, which is at least 1: the scanner is idle only while `capacity` images wait, and at
/// no time are more than `capacity` + 2 letters taken from `letters` and not yet filed.
///
/// # Errors
///
/// If a scan fails: no letter is taken any more, what was scanned before is filed, and then the
/// call ends with the scanner's error. If a filing fails: no letter is taken any more, no image is
/// filed any more, and the call ends with the cabinet's error, at that moment or when the scan
/// under way has ended. If both fail, it is one of the two errors.
///
/// # Cancel safety
///
/// When the call is dropped, no letter is scanned and no image is filed any more.
pub async fn archive_all(
    archive: &Archive,
    letters: impl Iterator<Item = Letter>,
    capacity: usize,
) -> Result<Vec<String>, ArchiveError> {
    let _ = (archive, letters);
    todo!("scan and file the letters, with a queue of {capacity} images between the two")
}
