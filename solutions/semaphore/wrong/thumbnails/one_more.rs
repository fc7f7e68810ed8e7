//! Rejected by: step_2_as_many_at_once_as_the_limit
//! Outcome: wrong_answer
//! Why people write it: it is not clear whether the limit counts those under way or those beside this one.

use futures::future::join_all;
use tokio::sync::Semaphore;
use worlds::{Photo, SvcError, Thumb, Thumbnailer};

pub async fn thumbnails(
    svc: &Thumbnailer,
    photos: Vec<Photo>,
    limit: usize,
) -> Vec<Result<Thumb, SvcError>> {
    let permits = Semaphore::new(limit + 1);
    join_all(photos.into_iter().map(async |photo| {
        let _permit = permits.acquire().await.expect("the semaphore is never closed");
        svc.shrink(photo).await
    }))
    .await
}
