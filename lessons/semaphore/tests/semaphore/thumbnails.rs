//! The steps of `thumbnails`. Make them pass from the first to the last; never edit them.

use kit::{ms, timed};
use semaphore::thumbnails::thumbnails;
use worlds::{Photo, SvcError, Thumb, Thumbnailer};

/// Two photos, two thumbnails, in the order of the photos: the second one is done first.
#[kit::test]
async fn step_1_thumbs_keep_the_order_of_the_photos() {
    let svc = Thumbnailer::new();

    let thumbs = thumbnails(&svc, vec![Photo::new("slow", 30), Photo::new("fast", 10)], 2).await;

    assert_eq!(
        thumbs,
        [Ok(Thumb::of("slow")), Ok(Thumb::of("fast"))],
        "the result at index `i` belongs to `photos[i]`, whichever was done first"
    );
}

/// Twenty photos of 10 ms, four at once: exactly four, and exactly 50 ms.
#[kit::test]
async fn step_2_as_many_at_once_as_the_limit() {
    let svc = Thumbnailer::new();

    let (_, took) = timed(thumbnails(&svc, photos(20), 4)).await;

    let most = svc.most_at_once();
    assert!(
        most <= 4,
        "{most} photos were under way at once instead of at most 4: \
         who holds the permit while a photo is under way?"
    );
    assert_eq!(
        (most, took),
        (4, ms(50)),
        "20 photos of 10 ms took {took:?}, {most} at once, instead of 50ms, 4 at once: \
         the limit is kept, but not used"
    );
}

/// One photo of 100 ms and five of 10 ms, two at once: the five pass beside the long one.
#[kit::test]
async fn step_3_a_free_place_is_filled_at_once() {
    let svc = Thumbnailer::new();
    let mut album = vec![Photo::new("panorama", 100)];
    album.extend(photos(5));

    let (_, took) = timed(thumbnails(&svc, album, 2)).await;

    assert_eq!(
        took,
        ms(100),
        "five photos of 10 ms fit beside one of 100 ms, but it took {took:?} instead of 100ms: \
         a place was free while photos waited; does one wait for a neighbor to be done?"
    );
}

/// A corrupt photo is an `Err` in its place, and its place is filled like any other.
#[kit::test]
async fn step_4_a_corrupt_photo_gives_its_place_back() {
    let svc = Thumbnailer::new();
    let album = vec![
        Photo::corrupt("torn", 10),
        Photo::new("a", 10),
        Photo::new("b", 10),
        Photo::new("c", 10),
    ];

    let (thumbs, took) = timed(thumbnails(&svc, album, 2)).await;

    assert_eq!(
        thumbs,
        [Err(SvcError::of("torn")), Ok(Thumb::of("a")), Ok(Thumb::of("b")), Ok(Thumb::of("c"))],
        "one corrupt photo among four: was an error dropped, or did it end the others?"
    );
    assert_eq!(
        took,
        ms(20),
        "four photos of 10 ms, two at once, took {took:?} instead of 20ms: \
         is the permit given back on every way out, the error's too?"
    );
}

/// Dropped after 15 ms, nothing of it goes on: the photos under way stop, and none begins.
#[kit::test]
async fn step_5_leaves_nothing_behind() {
    let svc = Thumbnailer::new();
    let album = ["a", "b", "c", "d"].map(|name| Photo::new(name, 100)).to_vec();

    let call = tokio::time::timeout(ms(15), thumbnails(&svc, album, 2)).await;
    kit::settle().await;

    assert!(call.is_err(), "four photos of 100 ms, two at once, but it was over within 15 ms");
    let (canceled, under_way, begun) = (svc.canceled(), svc.under_way(), svc.begun().len());
    assert_eq!(
        (canceled, under_way, begun),
        (2, 0, 2),
        "the call was dropped with 2 photos under way: {canceled} were dropped with it instead \
         of 2, {under_way} went on instead of 0, {begun} began instead of 2: who owns the work?"
    );
}

fn photos(count: usize) -> Vec<Photo> {
    (0..count).map(|number| Photo::new(&format!("photo {number}"), 10)).collect()
}
