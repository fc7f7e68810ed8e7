//! Your own tests for `build_all`: replace each `todo!` with an assertion.
//!
//! `cargo test -p task_groups mine` runs them on your code. `cargo checker run task_groups/mine`
//! runs them on the reference too, which must pass, and on a row of wrong answers: most must be
//! caught, and what slips through is listed. Aim at none.

use kit::{ms, timed};
use task_groups::build_all::build_all;
use worlds::{Binary, BuildError, Farm};

/// `cli` ends first and stands in the list twice, `ui` panics.
#[tokio::test(start_paused = true)]
async fn every_result_is_in_its_place() {
    let farm = Farm::new().builds("core", 100).crashes("ui", 20).builds("cli", 10);

    let results = build_all(&farm, &packages(["core", "ui", "cli", "cli"])).await;

    let cli = Ok(Binary::of("cli"));
    let expected = [Ok(Binary::of("core")), Err(BuildError::crashed("ui")), cli.clone(), cli];
    todo!("assert that {results:?} are {expected:?}, in this order")
}

/// Three builds of 100 ms each.
#[tokio::test(start_paused = true)]
async fn all_builds_run_together() {
    let farm = Farm::new().builds("a", 100).builds("b", 100).builds("c", 100);

    let (results, took) = timed(build_all(&farm, &packages(["a", "b", "c"]))).await;

    let expected = ms(100);
    todo!("assert that {} builds of 100 ms, which took {took:?}, took {expected:?}", results.len())
}

/// This one is yours from its first line.
#[tokio::test(start_paused = true)]
async fn a_dropped_call_leaves_no_build_under_way() {
    todo!(
        "arrange two slow packages, give the call up early with `tokio::time::timeout`, let tasks \
         end with `kit::settle().await`, and assert that `farm.under_way()` is 0"
    )
}

fn packages<const N: usize>(packages: [&str; N]) -> Vec<String> {
    packages.map(str::to_owned).to_vec()
}
