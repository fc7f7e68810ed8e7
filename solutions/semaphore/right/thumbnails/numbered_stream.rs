//! Differs by: a stream with a bound polls the photos; their numbers bring them back into order.

use futures::{StreamExt, stream};
use worlds::{Photo, SvcError, Thumb, Thumbnailer};

pub async fn thumbnails(
    svc: &Thumbnailer,
    photos: Vec<Photo>,
    limit: usize,
) -> Vec<Result<Thumb, SvcError>> {
    let numbered = stream::iter(photos.into_iter().enumerate());
    let mut thumbs: Vec<_> = numbered
        .map(async |(index, photo)| (index, svc.shrink(photo).await))
        .buffer_unordered(limit)
        .collect()
        .await;
    thumbs.sort_by_key(|(index, _)| *index);
    thumbs.into_iter().map(|(_, thumb)| thumb).collect()
}
