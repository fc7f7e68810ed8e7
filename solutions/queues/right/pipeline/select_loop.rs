//! Differs by: no channel; one loop owns both futures and a list of images.

use std::{collections::VecDeque, pin::pin};

use futures::future::{Fuse, FutureExt};
use worlds::{Archive, ArchiveError, Letter};

pub async fn archive_all(
    archive: &Archive,
    mut letters: impl Iterator<Item = Letter>,
    capacity: usize,
) -> Result<Vec<String>, ArchiveError> {
    let mut waiting = VecDeque::new();
    let mut filed = Vec::new();
    let mut failure = None;
    let mut is_over = false;
    let (mut is_scanning, mut is_filing) = (false, false);
    let mut scan = pin!(Fuse::terminated());
    let mut file = pin!(Fuse::terminated());
    loop {
        if !is_filing && let Some(image) = waiting.pop_front() {
            file.set(archive.file(image).fuse());
            is_filing = true;
        }
        if !is_scanning && !is_over && waiting.len() < capacity {
            match letters.next() {
                Some(letter) => {
                    scan.set(archive.scan(letter).fuse());
                    is_scanning = true;
                }
                None => is_over = true,
            }
        }
        if !is_scanning && !is_filing {
            return failure.map_or(Ok(filed), Err);
        }
        tokio::select! {
            image = &mut scan, if is_scanning => {
                is_scanning = false;
                match image {
                    Ok(image) => waiting.push_back(image),
                    Err(error) => {
                        failure = Some(error);
                        is_over = true;
                    }
                }
            }
            name = &mut file, if is_filing => {
                is_filing = false;
                filed.push(name?);
            }
        }
    }
}
