//! Rejected by: step_2_as_many_at_once_as_the_limit
//! Outcome: wrong_answer
//! Why people write it: it never exceeds the limit, and a test for that passes.

use tokio::sync::Semaphore;
use worlds::{Photo, SvcError, Thumb, Thumbnailer};

pub async fn thumbnails(
    svc: &Thumbnailer,
    photos: Vec<Photo>,
    limit: usize,
) -> Vec<Result<Thumb, SvcError>> {
    let permits = Semaphore::new(limit);
    let mut thumbs = Vec::new();
    for photo in photos {
        let _permit = permits.acquire().await.expect("the semaphore is never closed");
        thumbs.push(svc.shrink(photo).await);
    }
    thumbs
}
