//! The steps of `search`. Make them pass from the first to the last; never edit them.

use std::panic::{AssertUnwindSafe, resume_unwind};

use futures::{FutureExt, poll};
use kit::{ms, timed};
use tasks::search::SearchBox;
use tokio::time::sleep;
use worlds::{Catalog, Hits};

/// A query of 100 ms, and 60 ms later somebody waits: for 40 ms.
#[kit::test]
async fn step_1_a_search_begins_with_its_key() {
    let catalog = Catalog::new().finds("moon", 7, 100);
    let mut input = SearchBox::new(catalog.clone());

    input.type_key("moon");
    sleep(ms(60)).await;
    let (hits, took) = timed(input.results()).await;

    assert_eq!(hits, Some(Hits::of("moon", 7)), "`moon` was typed last, and it finds 7 books");
    assert_eq!(
        took,
        ms(40),
        "a search of 100 ms began 60 ms ago, and its hits took {took:?} instead of 40ms: who runs \
         it while nobody waits?"
    );
}

/// Keys at 0, 30 and 60 ms: two searches of 100 ms are stopped, the third gives its hits at 160.
#[kit::test]
async fn step_2_a_key_stops_the_older_search() {
    let catalog = Catalog::new().finds("m", 90, 100).finds("mo", 30, 100).finds("moo", 8, 100);
    let mut input = SearchBox::new(catalog.clone());

    for query in ["m", "mo", "moo"] {
        input.type_key(query);
        sleep(ms(30)).await;
    }
    let (hits, took) = timed(input.results()).await;

    assert_eq!(
        (hits, took),
        (Some(Hits::of("moo", 8)), ms(70)),
        "`moo` was typed last, 30 ms ago: its 8 books are there in 70 ms; it took {took:?}: does \
         the newest search wait until the older ones have ended?"
    );
    assert_eq!(
        catalog.asked(),
        asked(&[(0, "m"), (30, "mo"), (60, "moo")]),
        "three keys, 30 ms apart, are 3 searches that begin at 0, 30 and 60 ms; there were {}",
        catalog.asked().len(),
    );
    let (canceled, finished) = (catalog.canceled(), catalog.finished());
    assert_eq!(
        (canceled, finished),
        (2, 1),
        "of 3 searches {canceled} were stopped instead of 2, and {finished} came to their end \
         instead of 1: what becomes of a task whose handle is overwritten?"
    );
}

/// Two keys 30 ms apart: never two searches at once. Three keys without a pause: one search.
#[kit::test]
async fn step_3_there_are_never_two_searches() {
    let catalog = Catalog::new().finds("m", 90, 100).finds("mo", 30, 100);
    let mut input = SearchBox::new(catalog.clone());
    input.type_key("m");
    sleep(ms(30)).await;
    input.type_key("mo");
    input.results().await;
    let most = catalog.most_at_once();
    assert_eq!(
        most, 1,
        "{most} searches were in the catalog at once instead of 1: an abort is a request, and a \
         handle that is overwritten is dropped when the newer task has been spawned already"
    );

    let catalog = Catalog::new();
    let mut input = SearchBox::new(catalog.clone());
    for query in ["m", "mo", "moo"] {
        input.type_key(query);
    }
    let hits = input.results().await;
    assert_eq!(
        (hits, catalog.canceled(), catalog.finished()),
        (Some(Hits::of("moo", 0)), 0, 1),
        "three keys without a pause are 1 search that finishes, and 0 that are stopped on the way; \
         seen {} and {}: does a search begin that was stopped before?",
        catalog.finished(),
        catalog.canceled(),
    );
}

/// The first search ends, the second panics, the third is typed twice: the last key counts.
#[kit::test]
async fn step_4_only_the_last_query_counts() {
    let catalog = Catalog::new().finds("m", 90, 20).crashes("mo", 20).finds("moo", 8, 100);
    let mut input = SearchBox::new(catalog.clone());

    for query in ["m", "mo", "moo", "moo"] {
        input.type_key(query);
        sleep(ms(50)).await;
    }
    let (hits, took) = timed(input.results()).await;

    assert_eq!(
        (hits, took),
        (Some(Hits::of("moo", 8)), ms(50)),
        "the search of `m` ended, that of `mo` panicked, and the last key, 50 ms ago, left `moo` \
         as it was: its 8 books are there in 50 ms; it took {took:?}: does every key begin a \
         search, whatever became of the one before?"
    );
}

/// No key, an empty query, and a search that panics: `None` each time, the first two after 0 ms.
#[kit::test]
async fn step_5_without_a_search_there_are_no_hits() {
    let catalog = Catalog::new().finds("moon", 7, 100).crashes("sun", 20);

    let untouched = SearchBox::new(catalog.clone());
    let seen = timed(untouched.results()).await;
    assert_eq!(seen, (None, ms(0)), "without a key there is no search: `None`, in 0 ms");

    let mut emptied = SearchBox::new(catalog.clone());
    emptied.type_key("moon");
    sleep(ms(50)).await;
    emptied.type_key("");
    let seen = timed(emptied.results()).await;
    kit::settle().await;
    assert_eq!(seen, (None, ms(0)), "an empty query has no hits: `None`, in 0 ms");
    assert_eq!(
        (catalog.asked(), catalog.canceled()),
        (asked(&[(0, "moon")]), 1),
        "an empty query stops the older search and begins none: {} searches instead of 1, and {} \
         stopped instead of 1",
        catalog.asked().len(),
        catalog.canceled(),
    );

    let mut broken = SearchBox::new(catalog.clone());
    broken.type_key("sun");
    let seen = AssertUnwindSafe(broken.results()).catch_unwind().await;
    let hits = seen.unwrap_or_else(|payload| match payload.downcast_ref::<String>() {
        Some(message) if message.contains("broken") => {
            panic!("1 search panicked, and `results` panicked with it instead of giving `None`")
        }
        _ => resume_unwind(payload),
    });
    assert_eq!(hits, None, "a search that panicked has no hits: `None`");
}

/// The box is dropped, then a call of `results`, both before and after the search has begun.
#[kit::test]
async fn step_6_leaves_nothing_behind() {
    for pause in [0, 30] {
        let catalog = Catalog::new().finds("moon", 7, 100);
        let mut input = SearchBox::new(catalog.clone());
        input.type_key("moon");
        sleep(ms(pause)).await;
        drop(input);
        sleep(ms(200)).await;
        let (finished, under_way) = (catalog.finished(), catalog.under_way());
        assert_eq!(
            (finished, under_way),
            (0, 0),
            "the box was dropped {pause} ms after the key, and {finished} searches came to their \
             end instead of 0: what does the drop of a handle do to its task?"
        );

        let catalog = Catalog::new().finds("moon", 7, 100);
        let mut input = SearchBox::new(catalog.clone());
        input.type_key("moon");
        {
            let mut results = Box::pin(input.results());
            let _ = poll!(&mut results);
            sleep(ms(pause)).await;
            // Here the call is dropped.
        }
        sleep(ms(200)).await;
        let (finished, under_way) = (catalog.finished(), catalog.under_way());
        assert_eq!(
            (finished, under_way),
            (0, 0),
            "the call of `results` was dropped {pause} ms after its first poll, and {finished} \
             searches came to their end instead of 0: what was moved out of the box, and what \
             does its drop do?"
        );
    }
}

fn asked(expected: &[(u64, &str)]) -> Vec<(u64, String)> {
    expected.iter().map(|&(at, query)| (at, query.to_owned())).collect()
}
