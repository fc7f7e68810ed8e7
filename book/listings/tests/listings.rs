//! Runs every listing, asserts its virtual times, and compares what it did with what the book says.
//!
//! `UPDATE_LISTINGS=1 cargo test -p listings` writes the files in `out/` anew.

use std::{env, fs, path::Path};

use kit::{Journal, ms, timed};
use listings::{gather, harbors::Harbors, hello, semaphore};

#[kit::test]
async fn hello_breakfast() {
    let journal = Journal::new();

    let ((), took) = timed(hello::breakfast(&journal)).await;

    assert_eq!(took, ms(180_000));
    assert_eq!(
        journal.lines(),
        ["the table is set", "the kettle is on", "the tea is ready", "breakfast"]
    );
    record("hello_breakfast", &journal.trace().timeline());
}

#[test]
fn hello_main() {
    hello::run_main();
}

#[kit::test]
async fn hello_cold_tea() {
    let journal = Journal::new();

    let ((), took) = timed(hello::cold_tea(&journal)).await;

    assert_eq!(took, ms(0));
    record("hello_cold_tea", &journal.trace().timeline());
}

#[kit::test]
async fn hello_grinding() {
    let journal = Journal::new();

    let ((), took) = timed(hello::stir_and_grind(&journal)).await;

    assert_eq!(took, ms(80), "the first stir, due after 10 ms, waits for the grinding");
    assert_eq!(journal.marks()[0], (50, "stir 1".to_owned()));
    record("hello_grinding", &journal.trace().timeline());
}

#[kit::test]
async fn gather_one_by_one() {
    let harbors = Harbors::new();

    let answer = timed(gather::one_by_one(&harbors)).await;

    assert_eq!(answer, (Ok(30), ms(210)));
    record("gather_one_by_one", &harbors.journal().trace().timeline());
}

#[kit::test]
async fn gather_together() {
    let harbors = Harbors::new();

    let answer = timed(gather::together(&harbors)).await;

    assert_eq!(answer, (Ok(30), ms(100)));
    record("gather_together", &harbors.journal().trace().timeline());
}

#[kit::test]
async fn gather_silent() {
    let harbors = Harbors::new();

    let names = ["bergen", "atlantis", "oslo", "vineta"];
    let (silent, took) = timed(gather::silent(&harbors, &names)).await;

    assert_eq!(
        (silent.as_slice(), took),
        (&["atlantis", "vineta"].map(str::to_owned)[..], ms(100))
    );
    record("gather_silent", &harbors.journal().trace().timeline());
}

#[kit::test]
async fn gather_all_or_nothing() {
    let harbors = Harbors::new();

    let (answer, took) = timed(gather::all_or_nothing(&harbors)).await;

    assert_eq!(answer.map_err(|error| error.to_string()), Err("atlantis does not answer".into()));
    assert_eq!(took, ms(20));
    record("gather_all_or_nothing", &harbors.journal().trace().timeline());
}

#[kit::test]
async fn gather_dropped() {
    let harbors = Harbors::new();

    let call = tokio::time::timeout(ms(30), gather::together(&harbors)).await;
    tokio::time::sleep(ms(70)).await;

    assert!(call.is_err(), "it takes 100 ms");
    record("gather_dropped", &harbors.journal().trace().timeline());
}

#[kit::test]
async fn gather_orphans() {
    let harbors = Harbors::new();

    let call = tokio::time::timeout(ms(30), gather::orphans(&harbors)).await;
    tokio::time::sleep(ms(70)).await;
    kit::settle().await;

    assert!(call.is_err(), "it takes 100 ms");
    record("gather_orphans", &harbors.journal().trace().timeline());
}

#[kit::test]
async fn semaphore_switchboard() {
    let harbors = Harbors::new();
    let board = semaphore::Switchboard::new(harbors.clone());

    let (levels, took) = timed(semaphore::ask_all(&board)).await;

    assert_eq!(levels, [12, 11, 17, 3, 15, 14].map(Ok));
    assert_eq!((took, harbors.most_at_once()), (ms(170), 2));
    record("semaphore_switchboard", &harbors.journal().trace().timeline());
}

#[kit::test]
async fn semaphore_unguarded() {
    let harbors = Harbors::new();

    let (_, took) = timed(semaphore::ask_unguarded(&harbors)).await;

    assert_eq!((took, harbors.most_at_once()), (ms(100), 6));
    record("semaphore_unguarded", &harbors.journal().trace().timeline());
}

#[kit::test]
async fn semaphore_waves() {
    let harbors = Harbors::new();

    let (_, took) = timed(semaphore::ask_in_waves(&harbors)).await;

    assert_eq!((took, harbors.most_at_once()), (ms(210), 2));
    record("semaphore_waves", &harbors.journal().trace().timeline());
}

#[kit::test]
async fn semaphore_stream() {
    let harbors = Harbors::new();

    let (levels, took) = timed(semaphore::ask_as_they_come(&harbors)).await;

    assert_eq!(levels, [11, 17, 12, 3, 14, 15].map(Ok), "in the order in which they came");
    assert_eq!((took, harbors.most_at_once()), (ms(170), 2));
    record("semaphore_stream", &harbors.journal().trace().timeline());
}

/// Compares `text` with `out/<name>.txt`, which the book includes; `UPDATE_LISTINGS=1` rewrites it.
#[track_caller]
fn record(name: &str, text: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("out").join(format!("{name}.txt"));
    if env::var_os("UPDATE_LISTINGS").is_some_and(|value| value == "1") {
        fs::write(&file, text).expect("the folder `out` belongs to this package");
        return;
    }
    let printed = fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(
        text,
        printed.replace("\r\n", "\n"),
        "what `{name}` did is not what the book says; look at the difference, then run \
         `UPDATE_LISTINGS=1 cargo test -p listings`",
    );
}
