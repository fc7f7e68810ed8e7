//! Runs the listings of the chapter on task groups; see `listings.rs`.
//!
//! `UPDATE_LISTINGS=1 cargo test -p listings` writes the files in `out/` anew.

use std::{env, fs, path::Path};

use kit::{ms, timed};
use listings::{harbors::Harbors, task_groups};
use tokio::runtime::Handle;

#[kit::test]
async fn task_groups_together() {
    let harbors = Harbors::new();

    let survey = timed(task_groups::survey(&harbors, &["bergen", "oslo", "tromso"])).await;

    assert_eq!(survey, (Ok(vec![3, 15, 12]), ms(100)), "in the order in which they came");
    record("task_groups_together", &harbors.journal().trace().timeline());
}

#[kit::test]
async fn task_groups_failure() {
    let harbors = Harbors::new();

    let (levels, took) =
        timed(task_groups::survey(&harbors, &["bergen", "oslo", "atlantis"])).await;

    assert_eq!(levels.map_err(|error| error.harbor), Err("atlantis".to_owned()));
    assert_eq!(took, ms(20));
    record("task_groups_failure", &harbors.journal().trace().timeline());
}

#[kit::test]
async fn task_groups_at_the_return() {
    let names = ["bergen", "oslo", "atlantis"];
    let alive = || Handle::current().metrics().num_alive_tasks();

    let survey = task_groups::survey(&Harbors::new(), &names).await;
    let after_survey = alive();
    let hasty = task_groups::hasty(&Harbors::new(), &names).await;
    let after_hasty = alive();
    kit::settle().await;
    let later = alive();

    assert_eq!(survey, hasty, "the answers do not tell them apart");
    assert_eq!((after_survey, after_hasty, later), (0, 2, 0));
    let text = format!(
        "survey returned: {after_survey} tasks alive\n\
         hasty returned:  {after_hasty} tasks alive\n\
         a moment later:  {later} tasks alive\n"
    );
    record("task_groups_at_the_return", &text);
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
