//! `thumbnails`, solved: all futures at once, each behind a permit.

use futures::future::join_all;
use tokio::sync::Semaphore;
use worlds::{Photo, SvcError, Thumb, Thumbnailer};

/// Makes a thumbnail of each photo, as many at once as `limit` allows.
pub async fn thumbnails(
    svc: &Thumbnailer,
    photos: Vec<Photo>,
    limit: usize,
) -> Vec<Result<Thumb, SvcError>> {
    let permits = Semaphore::new(limit);
    // `join_all` keeps the order and owns the futures. Those beyond the limit wait for a permit
    // inside it; whichever ends first lets the next one in, neighbor or not.
    join_all(photos.into_iter().map(async |photo| {
        // The name matters: `let _ = …` would give the permit back on this very line. As a value
        // it is given back on every way out: the result, the error, the drop of the whole call.
        let _permit = permits.acquire().await.expect("the semaphore is never closed");
        svc.shrink(photo).await
    }))
    .await
}
