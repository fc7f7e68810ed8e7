//! Rejected by: step_3_a_free_place_is_filled_at_once
//! Outcome: wrong_answer
//! Why people write it: it takes `limit` photos at a time, with what `gather` has taught.

use futures::future::join_all;
use worlds::{Photo, SvcError, Thumb, Thumbnailer};

pub async fn thumbnails(
    svc: &Thumbnailer,
    photos: Vec<Photo>,
    limit: usize,
) -> Vec<Result<Thumb, SvcError>> {
    let mut thumbs = Vec::new();
    for wave in photos.chunks(limit) {
        thumbs.extend(join_all(wave.iter().cloned().map(|photo| svc.shrink(photo))).await);
    }
    thumbs
}
