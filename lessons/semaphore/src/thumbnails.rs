//! # Bounded concurrency: thumbnails
//!
//! An album is shown as soon as all its photos have thumbnails. The service that makes them works
//! on several photos at once, but gets slower for everybody beyond a limit, and its owner counts.
//! Too many at once are a breach of contract; too few make the album late.
//!
//! - Read: `lessons/semaphore/README.md`
//! - Check: `cargo test -p semaphore thumbnails` or `cargo checker run semaphore/thumbnails`
//! - Hint: `cargo checker hint semaphore/thumbnails`
//! - Toolbox: `tokio::sync::Semaphore`, `futures::future::join_all`,
//!   `futures::StreamExt::buffer_unordered`, `slice::chunks`; two of them are traps
//! - Needs: closures, iterators, when a value is dropped

use worlds::{Photo, SvcError, Thumb, Thumbnailer};

/// Makes a thumbnail of each photo, as many at once as `limit` allows.
///
/// Never more than `limit` photos are under way, and never fewer while photos wait: a place that
/// becomes free, by a thumbnail or by an error, is filled at that instant. The result at index `i`
/// belongs to `photos[i]`, whichever was done first. If the call is dropped, the photos under way
/// are dropped with it and no other one begins. `limit` is at least 1.
pub async fn thumbnails(
    svc: &Thumbnailer,
    photos: Vec<Photo>,
    limit: usize,
) -> Vec<Result<Thumb, SvcError>> {
    let _ = svc;
    todo!("make the thumbnails of {photos:?}, {limit} at once, and keep their order")
}
