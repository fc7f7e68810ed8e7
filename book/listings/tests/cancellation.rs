//! Runs the listings of the chapter on cancellation; see `listings.rs`.
//!
//! `UPDATE_LISTINGS=1 cargo test -p listings` writes the files in `out/` anew.

use std::{env, fs, path::Path};

use kit::{ms, timed};
use listings::{cancellation, harbors::Harbors};

#[kit::test]
async fn cancellation_first() {
    let harbors = Harbors::new();

    let level = timed(cancellation::first(&harbors)).await;

    assert_eq!(level, (Some(3), ms(40)));
    record("cancellation_first", &harbors.journal().trace().timeline());
}

#[kit::test]
async fn cancellation_again() {
    let harbors = Harbors::new();

    let sum = timed(cancellation::again(&harbors)).await;

    assert_eq!(sum, (None, ms(300)), "a round takes 150 ms, and none gets more than 100");
    record("cancellation_again", &harbors.journal().trace().timeline());
}

#[kit::test]
async fn cancellation_kept() {
    let harbors = Harbors::new();

    let sum = timed(cancellation::kept(&harbors)).await;

    assert_eq!(sum, (Some(29), ms(150)));
    record("cancellation_kept", &harbors.journal().trace().timeline());
}

#[kit::test]
async fn cancellation_shielded() {
    let harbors = Harbors::new();

    let call = tokio::time::timeout(ms(30), cancellation::shielded(&harbors)).await;
    tokio::time::sleep(ms(70)).await;
    kit::settle().await;

    assert!(call.is_err(), "it takes 100 ms");
    record("cancellation_shielded", &harbors.journal().trace().timeline());
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
