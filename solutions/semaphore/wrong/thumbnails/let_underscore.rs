//! Rejected by: step_2_as_many_at_once_as_the_limit
//! Outcome: wrong_answer
//! Why people write it: a variable that is not used wants an underscore, and `_` looks like one.

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
        let _ = permits.acquire().await.expect("the semaphore is never closed");
        svc.shrink(photo).await
    }))
    .await
}
