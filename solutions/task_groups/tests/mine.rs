//! Tests for `build_all` that let no wrong answer through.

use kit::{ms, timed};
use task_groups::build_all::build_all;
use tokio::time::timeout;
use worlds::{Binary, BuildError, Farm};

/// `cli` ends first and stands in the list twice, `ui` panics.
#[tokio::test(start_paused = true)]
async fn every_result_is_in_its_place() {
    let farm = Farm::new().builds("core", 100).crashes("ui", 20).builds("cli", 10);

    let results = build_all(&farm, &packages(["core", "ui", "cli", "cli"])).await;

    let cli = Ok(Binary::of("cli"));
    let expected = [Ok(Binary::of("core")), Err(BuildError::crashed("ui")), cli.clone(), cli];
    assert_eq!(results, expected);
}

/// Three builds of 100 ms each.
#[tokio::test(start_paused = true)]
async fn all_builds_run_together() {
    let farm = Farm::new().builds("a", 100).builds("b", 100).builds("c", 100);

    let (results, took) = timed(build_all(&farm, &packages(["a", "b", "c"]))).await;

    let expected = ms(100);
    assert_eq!((results.len(), took), (3, expected));
}

/// This one is yours from its first line.
#[tokio::test(start_paused = true)]
async fn a_dropped_call_leaves_no_build_under_way() {
    let farm = Farm::new().builds("a", 100).builds("b", 100);

    let call = timeout(ms(20), build_all(&farm, &packages(["a", "b"]))).await;
    kit::settle().await;

    // Both halves are needed: a call that was over by then has nothing left to go on.
    assert_eq!((call.is_err(), farm.under_way()), (true, 0));
}

fn packages<const N: usize>(packages: [&str; N]) -> Vec<String> {
    packages.map(str::to_owned).to_vec()
}
