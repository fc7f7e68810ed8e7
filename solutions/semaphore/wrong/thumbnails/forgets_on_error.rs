//! Rejected by: step_4_a_corrupt_photo_gives_its_place_back
//! Outcome: wrong_answer
//! Why people write it: `acquire` and `release` in pairs are how other languages do it, and `?` leaves in between.

use futures::future::join_all;
use tokio::sync::Semaphore;
use worlds::{Photo, SvcError, Thumb, Thumbnailer};

pub async fn thumbnails(
    svc: &Thumbnailer,
    photos: Vec<Photo>,
    limit: usize,
) -> Vec<Result<Thumb, SvcError>> {
    let permits = Semaphore::new(limit);
    join_all(photos.into_iter().map(async |photo| {
        permits.acquire().await.expect("the semaphore is never closed").forget();
        let thumb = svc.shrink(photo).await?;
        permits.add_permits(1);
        Ok(thumb)
    }))
    .await
}
