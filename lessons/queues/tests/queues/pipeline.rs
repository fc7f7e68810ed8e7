//! The steps of `pipeline`. Make them pass from the first to the last; never edit them.

use kit::{ms, timed};
use queues::pipeline::archive_all;
use worlds::{Archive, ArchiveError, Letter};

/// Three letters, three names, in the order of the box, and the call ends.
#[kit::test]
async fn step_1_every_letter_is_filed_in_order() {
    let archive = Archive::new();
    let letters = vec![letter("a", 30, 10), letter("b", 10, 10), letter("c", 20, 10)];

    let filed = archive_all(&archive, archive.letters(letters), 2).await;

    assert_eq!(filed, Ok(names("abc")), "3 letters must give 3 names, in the order of the box");
    assert_eq!(archive.filed(), names("abc"), "the cabinet files in the order of the box");
}

/// Five letters, 10 ms for each scan and each filing: 60 ms, and one of either at a time.
#[kit::test]
async fn step_2_scanner_and_cabinet_work_together() {
    let archive = Archive::new();
    let letters = letters("abcde", 10, 10);

    let (_, took) = timed(archive_all(&archive, archive.letters(letters), 2)).await;

    let (scans, filings) = archive.most_at_once();
    assert_eq!(
        (took, scans, filings),
        (ms(60), 1, 1),
        "5 letters of 10 + 10 ms took {took:?} instead of 60ms, with {scans} scans and {filings} \
         filings at once instead of 1 and 1: longer means that one side waits for the other"
    );
}

/// The first filing takes 100 ms, the last scan too: the queue of 5 lets both run side by side.
#[kit::test]
async fn step_3_the_queue_evens_out() {
    let archive = Archive::new();
    let mut box_of_six = letters("abcdef", 10, 10);
    box_of_six[0] = letter("a", 10, 100);
    box_of_six[5] = letter("f", 100, 10);

    let (_, took) = timed(archive_all(&archive, archive.letters(box_of_six), 5)).await;

    assert_eq!(
        took,
        ms(160),
        "it took {took:?} instead of 160ms (five scans of 10 ms, one of 100, one filing of 10): \
         the scanner was idle although fewer than 5 images waited"
    );
}

/// Scans of 10 ms, filings of 50 ms, a queue of 2: at most four letters are out of the box.
#[kit::test]
async fn step_4_a_slow_cabinet_holds_the_scanner_back() {
    let archive = Archive::new();
    let letters = letters("abcdefghijkl", 10, 50);

    let _names = archive_all(&archive, archive.letters(letters), 2).await;

    let most = archive.most_waiting();
    assert!(
        most <= 4,
        "{most} letters were out of the box and not filed, instead of at most 4 (1 filed, 2 in the \
         queue, 1 scanned): what makes the scanner wait?"
    );
}

/// The fourth letter of five is torn, with three images before it: they are filed, the fifth stays.
#[kit::test]
async fn step_5_a_torn_letter_loses_nothing_before_it() {
    let archive = Archive::new();
    let mut letters = letters("abcde", 10, 50);
    letters[3] = letter("d", 10, 50).torn();

    let (result, took) = timed(archive_all(&archive, archive.letters(letters), 4)).await;

    assert_eq!(result, Err(ArchiveError::torn("d")), "a torn letter is the scanner's error");
    let (filed, taken) = (archive.filed(), archive.taken());
    assert_eq!(
        (filed.concat(), taken),
        ("abc".to_owned(), 4),
        "the letter d is torn: {filed:?} were filed instead of a, b and c, {taken} letters were \
         taken instead of 4: what waits in the queue is still to be filed"
    );
    assert_eq!(took, ms(160), "the third image is filed after 160 ms, the call took {took:?}");
}

/// The first letter is too large, while the scanner waits at a full queue: the call ends at once.
#[kit::test]
async fn step_6_a_full_cabinet_stops_the_scanner() {
    let archive = Archive::new();
    let mut letters = letters("abcdefgh", 10, 100);
    letters[0] = letter("a", 10, 100).too_large();

    let (result, took) = timed(archive_all(&archive, archive.letters(letters), 1)).await;

    assert_eq!(result, Err(ArchiveError::no_room("a")), "a full cabinet is the cabinet's error");
    let (taken, begun) = (archive.taken(), archive.filed().len());
    assert!(taken <= 3, "{taken} letters were taken instead of at most 3: who tells the scanner?");
    assert_eq!(
        (took, begun),
        (ms(110), 0),
        "the filing of a failed after 110 ms; the call took {took:?} instead of 110ms, and {begun} \
         images were filed after that instead of 0"
    );
}

/// Dropped after 25 ms, nothing of it goes on: no scan, no filing and no task.
#[kit::test]
async fn step_7_leaves_nothing_behind() {
    let archive = Archive::new();
    let letters = archive.letters(letters("abcdefgh", 20, 20));

    let call = tokio::time::timeout(ms(25), archive_all(&archive, letters, 2)).await;
    kit::settle().await;
    let (taken, filed) = (archive.taken(), archive.filed().len());
    tokio::time::sleep(ms(100)).await;

    assert!(call.is_err(), "8 letters take 180 ms, but the call was over within 25 ms");
    let more = (archive.taken() - taken, archive.filed().len() - filed, archive.under_way());
    assert_eq!(
        more,
        (0, 0, 0),
        "after the call was dropped, {} more letters were taken, {} more filed, {} are under way, \
         instead of none: who owns the work?",
        more.0,
        more.1,
        more.2,
    );
}

fn letter(name: &str, scan: u64, file: u64) -> Letter {
    Letter::new(name, scan, file)
}

fn letters(names: &str, scan: u64, file: u64) -> Vec<Letter> {
    names.chars().map(|name| letter(&name.to_string(), scan, file)).collect()
}

fn names(names: &str) -> Vec<String> {
    names.chars().map(|name| name.to_string()).collect()
}
