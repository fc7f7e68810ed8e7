//! Differs by: as many workers as the limit share one iterator; nobody waits for a permit.

use std::sync::{Mutex, PoisonError};

use futures::future::join_all;
use worlds::{Photo, SvcError, Thumb, Thumbnailer};

pub async fn thumbnails(
    svc: &Thumbnailer,
    photos: Vec<Photo>,
    limit: usize,
) -> Vec<Result<Thumb, SvcError>> {
    let waiting = Mutex::new(photos.into_iter().enumerate());
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
    let workers = (0..limit).map(async |_| {
        let mut done = Vec::new();
        while let Some((index, photo)) = next() {
            done.push((index, svc.shrink(photo).await));
        }
        done
    });
    let mut thumbs = join_all(workers).await.concat();
    thumbs.sort_by_key(|(index, _)| *index);
    thumbs.into_iter().map(|(_, thumb)| thumb).collect()
}
