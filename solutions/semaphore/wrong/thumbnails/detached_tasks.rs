//! Rejected by: step_5_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: `create_task` for each photo and a semaphore is the asyncio recipe.

use std::sync::Arc;

use futures::future::join_all;
use tokio::sync::Semaphore;
use worlds::{Photo, SvcError, Thumb, Thumbnailer};

pub async fn thumbnails(
    svc: &Thumbnailer,
    photos: Vec<Photo>,
    limit: usize,
) -> Vec<Result<Thumb, SvcError>> {
    let permits = Arc::new(Semaphore::new(limit));
    let tasks = photos.into_iter().map(|photo| {
        let (svc, permits) = (svc.clone(), Arc::clone(&permits));
        tokio::spawn(async move {
            let _permit = permits.acquire().await.expect("the semaphore is never closed");
            svc.shrink(photo).await
        })
    });
    let tasks: Vec<_> = tasks.collect();
    join_all(tasks).await.into_iter().map(|task| task.expect("no photo panics")).collect()
}
