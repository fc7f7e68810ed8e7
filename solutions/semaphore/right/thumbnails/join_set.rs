//! Differs by: a `JoinSet` owns a task for each photo, which takes an owned permit along.

use std::sync::Arc;

use tokio::{sync::Semaphore, task::JoinSet};
use worlds::{Photo, SvcError, Thumb, Thumbnailer};

pub async fn thumbnails(
    svc: &Thumbnailer,
    photos: Vec<Photo>,
    limit: usize,
) -> Vec<Result<Thumb, SvcError>> {
    let permits = Arc::new(Semaphore::new(limit));
    let mut tasks = JoinSet::new();
    for (index, photo) in photos.into_iter().enumerate() {
        let permit = Arc::clone(&permits).acquire_owned().await;
        let permit = permit.expect("the semaphore is never closed");
        let svc = svc.clone();
        tasks.spawn(async move {
            let _permit = permit;
            (index, svc.shrink(photo).await)
        });
    }
    let mut thumbs = tasks.join_all().await;
    thumbs.sort_by_key(|(index, _)| *index);
    thumbs.into_iter().map(|(_, thumb)| thumb).collect()
}
