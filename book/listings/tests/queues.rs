//! Runs the listings of the chapter on queues; see `listings.rs`.
//!
//! `UPDATE_LISTINGS=1 cargo test -p listings` writes the files in `out/` anew.

use std::{env, fs, path::Path};

use kit::{ms, timed};
use listings::{harbors::Harbors, queues};

const NAMES: [&str; 5] = ["bergen", "oslo", "molde", "narvik", "vardo"];

#[kit::test]
async fn queues_patrol() {
    let harbors = Harbors::new();

    let patrol = timed(queues::patrol(&harbors, &NAMES, 2)).await;

    assert_eq!(patrol, (vec![vec![12, 14], vec![3, 11, 17]], ms(140)));
    record("queues_patrol", &harbors.journal().trace().timeline());
}

#[kit::test]
async fn queues_one_at_a_time() {
    let harbors = Harbors::new();

    let (_, took) = timed(queues::one_at_a_time(&harbors, &NAMES, 2)).await;

    assert_eq!((took, harbors.most_at_once()), (ms(260), 1));
    record("queues_one_at_a_time", &harbors.journal().trace().timeline());
}

#[kit::test]
async fn queues_endless() {
    let harbors = Harbors::new();

    let call = tokio::time::timeout(ms(3_600_000), queues::endless(&harbors, &NAMES, 2)).await;

    assert!(call.is_err(), "nobody drops the sender");
    let asked = harbors.journal().calls().len();
    let text =
        format!("asked: {asked} of {}\nafter an hour: the call has not ended\n", NAMES.len());
    record("queues_endless", &text);
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
