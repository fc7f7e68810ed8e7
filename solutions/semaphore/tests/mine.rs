//! Tests for `thumbnails` that look at both bounds of a limit.

use kit::{ms, timed};
use semaphore::thumbnails::thumbnails;
use worlds::{Photo, SvcError, Thumb, Thumbnailer};

/// Nine photos of 10 ms each, three at once.
#[tokio::test(start_paused = true)]
async fn the_limit_is_kept_and_used() {
    let svc = Thumbnailer::new();

    let (_, took) = timed(thumbnails(&svc, photos(9), 3)).await;

    // `most <= 3` would let one at a time pass.
    let most = svc.most_at_once();
    assert_eq!((most, took), (3, ms(30)));
}

/// The first photo takes as long as all others together, two at once.
#[tokio::test(start_paused = true)]
async fn short_photos_pass_beside_a_long_one() {
    let svc = Thumbnailer::new();
    let mut album = vec![Photo::new("panorama", 40)];
    album.extend(photos(4));

    let (thumbs, took) = timed(thumbnails(&svc, album, 2)).await;

    let (first, expected) = (Thumb::of("panorama"), ms(40));
    assert_eq!((thumbs.first(), took), (Some(&Ok(first)), expected));
}

/// This one is yours from its first line.
#[tokio::test(start_paused = true)]
async fn a_corrupt_photo_gives_its_place_back() {
    let svc = Thumbnailer::new();
    let mut album = vec![Photo::corrupt("torn", 10)];
    album.extend(photos(3));

    let (thumbs, took) = timed(thumbnails(&svc, album, 2)).await;

    // A lost place shows in the time: three photos would share the one that is left.
    assert_eq!((thumbs.len(), took), (4, ms(20)));
    assert_eq!(thumbs.first(), Some(&Err(SvcError::of("torn"))));
}

fn photos(count: usize) -> Vec<Photo> {
    (0..count).map(|number| Photo::new(&format!("photo {number}"), 10)).collect()
}
