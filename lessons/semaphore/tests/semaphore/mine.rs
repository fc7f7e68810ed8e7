//! Your own tests for `thumbnails`: replace each `todo!` with an assertion.
//!
//! `cargo test -p semaphore mine` runs them on your code. `cargo checker run semaphore/mine` runs
//! them on the reference too, which must pass, and on a row of wrong answers. A limiter can be
//! wrong in two directions: too many at once, and too few.

use kit::{ms, timed};
use semaphore::thumbnails::thumbnails;
use worlds::{Photo, Thumb, Thumbnailer};

/// Nine photos of 10 ms each, three at once.
#[tokio::test(start_paused = true)]
async fn the_limit_is_kept_and_used() {
    let svc = Thumbnailer::new();

    let (_, took) = timed(thumbnails(&svc, photos(9), 3)).await;

    let most = svc.most_at_once();
    todo!(
        "assert how many were under way at once, here {most}, and how long it took, here {took:?}"
    )
}

/// The first photo takes as long as all others together, two at once.
#[tokio::test(start_paused = true)]
async fn short_photos_pass_beside_a_long_one() {
    let svc = Thumbnailer::new();
    let mut album = vec![Photo::new("panorama", 40)];
    album.extend(photos(4));

    let (thumbs, took) = timed(thumbnails(&svc, album, 2)).await;

    let (first, expected) = (Thumb::of("panorama"), ms(40));
    todo!("assert that {first:?} is the first of {thumbs:?} and {took:?} is {expected:?}")
}

/// This one is yours from its first line.
#[tokio::test(start_paused = true)]
async fn a_corrupt_photo_gives_its_place_back() {
    todo!("arrange one `Photo::corrupt` before good ones, and assert what comes back, and when")
}

fn photos(count: usize) -> Vec<Photo> {
    (0..count).map(|number| Photo::new(&format!("photo {number}"), 10)).collect()
}
