//! Runs the listings of the chapter on tasks; see `listings.rs`.
//!
//! `UPDATE_LISTINGS=1 cargo test -p listings` writes the files in `out/` anew.

use std::{env, fs, path::Path};

use kit::{ms, timed};
use listings::{harbors::Harbors, tasks};
use tokio::{runtime::Builder, time::sleep};

const NAMES: [&str; 3] = ["bergen", "oslo", "tromso"];

#[kit::test]
async fn tasks_together() {
    let harbors = Harbors::new();

    let (ended, took) = timed(tasks::survey(&harbors, &NAMES)).await;

    let levels: Vec<_> = ended.into_iter().flatten().flatten().collect();
    assert_eq!((levels.as_slice(), took), (&[12, 3, 15][..], ms(100)));
    record("tasks_together", &harbors.journal().trace().timeline());
}

/// A program that lives for 50 ms more, as seen after its end.
#[test]
fn tasks_forgotten() {
    let runtime = Builder::new_current_thread().enable_all().start_paused(true).build();
    let runtime = runtime.expect("this runtime needs nothing that could be missing");

    let harbors = runtime.block_on(async {
        let harbors = Harbors::new();
        tasks::forget(&harbors, &NAMES);
        sleep(ms(50)).await;
        harbors
    });
    drop(runtime);

    let calls = harbors.journal().trace().calls;
    let fates = calls.iter().map(|call| format!("{:<7} {:?}\n", call.name, call.fate));
    let text = fates.collect::<String>().to_lowercase();
    assert_eq!(text, "bergen  canceled\noslo    done\ntromso  canceled\n");
    record("tasks_forgotten", &text);
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
