//! Runs the listings of the chapter on locks; see `listings.rs`.
//!
//! `UPDATE_LISTINGS=1 cargo test -p listings` writes the files in `out/` anew.

use std::{env, fs, path::Path};

use kit::{ms, timed};
use listings::{harbors::Harbors, locks};

#[kit::test]
async fn locks_sums() {
    let lost = timed(locks::lost(&Harbors::new())).await;
    let kept = timed(locks::kept(&Harbors::new())).await;
    let in_turn = timed(locks::in_turn(&Harbors::new())).await;

    assert_eq!(lost, (12, ms(100)), "bergen writes last, and knows of nobody else");
    assert_eq!(kept, (30, ms(100)));
    assert_eq!(in_turn, (30, ms(210)));
    let lines = [("lost", lost), ("kept", kept), ("in_turn", in_turn)]
        .map(|(name, (sum, took))| format!("{name:<8} {sum} after {took:?}\n"));
    record("locks_sums", &lines.concat());
}

#[kit::test]
async fn locks_in_turn() {
    let harbors = Harbors::new();

    let sum = timed(locks::in_turn(&harbors)).await;

    assert_eq!((sum, harbors.most_at_once()), ((30, ms(210)), 1));
    record("locks_in_turn", &harbors.journal().trace().timeline());
}

#[kit::test]
async fn locks_opposite() {
    let (ships, took) = timed(tokio::time::timeout(ms(60_000), locks::opposite())).await;

    assert!(ships.is_err(), "each holds what the other one waits for");
    record("locks_opposite", &format!("given up after {took:?}\n"));
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
