//! Rejected by: step_3_a_free_place_is_filled_at_once
//! Outcome: wrong_answer
//! Why people write it: `buffered` keeps the order and has a limit; that what is done waits in the buffer is not seen.

use futures::{StreamExt, stream};
use worlds::{Photo, SvcError, Thumb, Thumbnailer};

pub async fn thumbnails(
    svc: &Thumbnailer,
    photos: Vec<Photo>,
    limit: usize,
) -> Vec<Result<Thumb, SvcError>> {
    stream::iter(photos).map(|photo| svc.shrink(photo)).buffered(limit).collect().await
}
