//! The steps of `build_all`. Make them pass from the first to the last; never edit them.

use std::panic::{AssertUnwindSafe, resume_unwind};

use futures::FutureExt;
use kit::{ms, timed};
use task_groups::build_all::build_all;
use tokio::time::timeout;
use worlds::{Binary, BuildError, Farm};

/// Three packages, three results, in the order of the list: they end in another one.
#[kit::test]
async fn step_1_results_keep_the_order_of_the_packages() {
    let farm = Farm::new().builds("core", 100).fails("docs", 50).builds("cli", 10);

    let results = build_all(&farm, &packages(["core", "docs", "cli"])).await;

    let expected = [Ok(Binary::of("core")), Err(BuildError::of("docs")), Ok(Binary::of("cli"))];
    let in_place = in_place(&results, &expected);
    assert_eq!(
        results, expected,
        "the result at index `i` belongs to `packages[i]`, whichever ended first: {in_place} of \
         3 are in their place instead of 3",
    );
}

/// Three builds of 100 ms take 100 ms, not 300.
#[kit::test]
async fn step_2_all_builds_run_together() {
    let farm = Farm::new().builds("a", 100).builds("b", 100).builds("c", 100);

    let (_, took) = timed(build_all(&farm, &packages(["a", "b", "c"]))).await;

    assert_eq!(
        took,
        ms(100),
        "three builds of 100 ms took {took:?} instead of 100 ms, at most {} of 3 at once: \
         is a task awaited before the next one is spawned?",
        farm.most_at_once(),
    );
}

/// The build of `ui` panics after 20 ms: that is its result, and the others arrive.
#[kit::test]
async fn step_3_a_crash_costs_its_own_place_only() {
    let farm =
        Farm::new().builds("core", 50).crashes("ui", 20).builds("cli", 50).builds("docs", 50);

    let packages = packages(["core", "ui", "cli", "docs"]);
    let results = without_a_panic(build_all(&farm, &packages)).await;

    let well = |package| Ok(Binary::of(package));
    let expected = [well("core"), Err(BuildError::crashed("ui")), well("cli"), well("docs")];
    let in_place = in_place(&results, &expected);
    assert_eq!(
        results,
        expected,
        "one of four builds panicked; {} results came back instead of 4, and {in_place} of 4 are \
         right and in their place: what became of the `JoinError`?",
        results.len(),
    );
}

/// The same package twice is two builds and two results.
#[kit::test]
async fn step_4_the_same_package_twice_is_built_twice() {
    let farm = Farm::new().builds("a", 30).builds("b", 20);

    let results = build_all(&farm, &packages(["a", "b", "a"])).await;

    let expected = ["a", "b", "a"].map(|package| Ok(Binary::of(package)));
    let in_place = in_place(&results, &expected);
    assert_eq!(
        results, expected,
        "{in_place} of 3 results are right and in their place instead of 3, and one package was \
         asked for twice: was something kept by its name?",
    );
    assert_eq!(
        farm.begun().len(),
        3,
        "3 packages took {} builds instead of 3: each one is built once each time it is asked for",
        farm.begun().len(),
    );
}

/// Dropped after 20 ms, nothing of it goes on: no build and no task.
#[kit::test]
async fn step_5_leaves_nothing_behind() {
    let farm = Farm::new().builds("a", 10).builds("b", 100).builds("c", 100);

    let call = timeout(ms(20), build_all(&farm, &packages(["a", "b", "c"]))).await;
    kit::settle().await;

    assert!(call.is_err(), "the slowest build takes 100 ms, but the call was over after 20 ms");
    assert_eq!(
        (farm.canceled(), farm.under_way()),
        (2, 0),
        "the call was dropped with 2 builds under way; {} were dropped with it instead of 2, \
         {} went on: who owns the tasks?",
        farm.canceled(),
        farm.under_way(),
    );
}

/// The panic of a build is printed nowhere; here it fails with a sentence.
async fn without_a_panic<T>(call: impl Future<Output = T>) -> T {
    AssertUnwindSafe(call).catch_unwind().await.unwrap_or_else(|payload| {
        let message = payload.downcast_ref::<String>();
        assert!(
            message.is_none_or(|message| message != "the compiler crashed"),
            "one of three builds panicked, and the call panicked with it: 1 panic came through \
             instead of 0; who passes the panic of a task on?"
        );
        resume_unwind(payload)
    })
}

/// How many results are those that belong at their place.
fn in_place<T: PartialEq>(results: &[T], expected: &[T]) -> usize {
    results.iter().zip(expected).filter(|(one, other)| one == other).count()
}

fn packages<const N: usize>(packages: [&str; N]) -> Vec<String> {
    packages.map(str::to_owned).to_vec()
}
