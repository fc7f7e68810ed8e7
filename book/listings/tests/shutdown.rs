//! Runs the listings of the chapter on shutdown; see `listings.rs`.
//!
//! `UPDATE_LISTINGS=1 cargo test -p listings` writes the files in `out/` anew.

use std::{env, fs, path::Path};

use kit::{ms, timed};
use listings::{harbors::Harbors, shutdown};
use tokio::{join, time::sleep};
use tokio_util::sync::CancellationToken;

const NAMES: [&str; 4] = ["bergen", "tromso", "oslo", "molde"];

#[kit::test]
async fn shutdown_drained() {
    let harbors = Harbors::new();
    let stop = CancellationToken::new();

    let patrol = timed(shutdown::patrol(&harbors, &NAMES, &stop, ms(1000)));
    let (patrol, ()) = join!(patrol, after(30, &stop));

    assert_eq!(patrol, ((2, 0), ms(100)), "two were asked before the stop, and both answered");
    record("shutdown_drained", &harbors.journal().trace().timeline());
}

#[kit::test]
async fn shutdown_limit() {
    let harbors = Harbors::new();
    let stop = CancellationToken::new();

    let patrol = timed(shutdown::patrol(&harbors, &NAMES, &stop, ms(65)));
    let (patrol, ()) = join!(patrol, after(30, &stop));

    assert_eq!(patrol, ((1, 1), ms(95)), "the limit is 65 ms after the stop");
    record("shutdown_limit", &harbors.journal().trace().timeline());
}

#[kit::test]
async fn shutdown_dropped() {
    let harbors = Harbors::new();
    let stop = CancellationToken::new();

    let patrol = timed(shutdown::dropped(&harbors, &NAMES, &stop));
    let (((), took), ()) = join!(patrol, after(30, &stop));
    kit::settle().await;

    assert_eq!(took, ms(30), "it is over with the stop");
    record("shutdown_dropped", &harbors.journal().trace().timeline());
}

async fn after(millis: u64, stop: &CancellationToken) {
    sleep(ms(millis)).await;
    stop.cancel();
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
