//! Runs the listings of the chapter on timeouts; see `listings.rs`.
//!
//! `UPDATE_LISTINGS=1 cargo test -p listings` writes the files in `out/` anew.

use std::{env, fs, path::Path};

use kit::{ms, timed};
use listings::{harbors::Harbors, timeouts};
use tokio::time::{Instant, sleep};

#[kit::test]
async fn timeouts_given_up() {
    let harbors = Harbors::new();

    let answer = timed(timeouts::level_or_usual(&harbors, "bergen", ms(50))).await;
    sleep(ms(50)).await;

    assert_eq!(answer, (timeouts::USUAL, ms(50)));
    record("timeouts_given_up", &harbors.journal().trace().timeline());
}

#[kit::test]
async fn timeouts_a_limit_each() {
    let harbors = Harbors::new();

    let names = ["oslo", "tromso", "bergen"];
    let answer = timed(timeouts::a_limit_each(&harbors, &names, ms(80))).await;

    assert_eq!(answer, (vec![3, 15, timeouts::USUAL], ms(190)));
    record("timeouts_a_limit_each", &harbors.journal().trace().timeline());
}

#[kit::test]
async fn timeouts_one_deadline() {
    let harbors = Harbors::new();

    let names = ["oslo", "tromso", "bergen"];
    let deadline = Instant::now() + ms(80);
    let answer = timed(timeouts::one_deadline(&harbors, &names, deadline)).await;

    assert_eq!(answer, (vec![3, timeouts::USUAL], ms(80)));
    record("timeouts_one_deadline", &harbors.journal().trace().timeline());
}

#[kit::test]
async fn timeouts_in_a_task() {
    let harbors = Harbors::new();

    let answer = timed(timeouts::in_a_task(&harbors, "bergen", ms(50))).await;
    sleep(ms(50)).await;
    kit::settle().await;

    assert_eq!(answer, (timeouts::USUAL, ms(50)), "the answer does not tell them apart");
    record("timeouts_in_a_task", &harbors.journal().trace().timeline());
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
