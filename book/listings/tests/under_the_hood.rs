//! Runs the listings of the chapter on what an await is made of; see `listings.rs`.
//!
//! `UPDATE_LISTINGS=1 cargo test -p listings` writes the files in `out/` anew.

use std::{env, fs, path::Path};

use kit::{Journal, ms, timed};
use listings::{harbors::Harbors, under_the_hood};

#[kit::test]
async fn under_the_hood_together() {
    let harbors = Harbors::new();

    let ((), took) = timed(under_the_hood::together(&harbors)).await;

    assert_eq!(took, ms(100), "both at the same time");
    record("under_the_hood_together", &in_lines(harbors.journal()));
}

#[kit::test]
async fn under_the_hood_forgotten() {
    let journal = Journal::new();

    let ((), took) = timed(under_the_hood::forgotten(&journal)).await;

    assert_eq!(took, ms(200), "only the limit wakes it");
    record("under_the_hood_forgotten", &in_lines(&journal));
}

/// What was noted, a line each, with its time.
fn in_lines(journal: &Journal) -> String {
    journal.marks().iter().map(|(at, text)| format!("{at:>3} ms  {text}\n")).collect()
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
