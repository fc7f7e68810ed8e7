//! Error: E0373

use futures::future::join_all;
use tokio::sync::Semaphore;
use worlds::{Photo, SvcError, Thumb, Thumbnailer};

pub async fn thumbnails(
    svc: &Thumbnailer,
    photos: Vec<Photo>,
    limit: usize,
) -> Vec<Result<Thumb, SvcError>> {
    let permits = Semaphore::new(limit);
    let mut tasks = Vec::new();
    for photo in photos {
        tasks.push(tokio::spawn(async {
            let _permit = permits.acquire().await.expect("the semaphore is never closed");
            svc.shrink(photo).await
        }));
    }
    join_all(tasks).await.into_iter().map(|task| task.expect("no photo panics")).collect()
}
