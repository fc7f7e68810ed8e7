//! Rejected by: step_1_thumbs_keep_the_order_of_the_photos
//! Outcome: wrong_answer
//! Why people write it: `buffer_unordered` is the first hit for "limit concurrent futures".

use futures::{StreamExt, stream};
use worlds::{Photo, SvcError, Thumb, Thumbnailer};

pub async fn thumbnails(
    svc: &Thumbnailer,
    photos: Vec<Photo>,
    limit: usize,
) -> Vec<Result<Thumb, SvcError>> {
    stream::iter(photos).map(|photo| svc.shrink(photo)).buffer_unordered(limit).collect().await
}
