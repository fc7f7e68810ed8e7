//! Error: E0277

use futures::future::join_all;
use tokio::sync::Semaphore;
use worlds::{Photo, SvcError, Thumb, Thumbnailer};

pub async fn thumbnails(
    svc: &Thumbnailer,
    photos: Vec<Photo>,
    limit: usize,
) -> Vec<Result<Thumb, SvcError>> {
    let permits = Semaphore::new(limit);
    join_all(photos.into_iter().map(async |photo| -> Result<Thumb, SvcError> {
        let _permit = permits.acquire().await?;
        svc.shrink(photo).await
    }))
    .await
}
