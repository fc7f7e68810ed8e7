//! The steps of `nightly`. Make them pass from the first to the last; never edit them.

use kit::{ms, timed};
use task_groups::nightly::{Nightly, nightly};
use tokio::time::timeout;
use worlds::{Binary, BuildError, Farm};

/// Three packages, three binaries, in the order of the list: they end in another one.
#[kit::test]
async fn step_1_binaries_keep_the_order_of_the_packages() {
    let farm = Farm::new().builds("core", 100).builds("docs", 50).builds("cli", 10);

    let (night, took) = timed(nightly(&farm, &packages(["core", "docs", "cli"]))).await;

    assert_eq!(
        night.built,
        ["core", "docs", "cli"].map(Binary::of),
        "{} of 3 packages were built, and the binaries stand in the order of the list, whichever \
         was built first",
        night.built.len(),
    );
    assert_eq!(
        took,
        ms(100),
        "builds of 100, 50 and 10 ms took {took:?} instead of 100 ms: do they run together?"
    );
}

/// `docs` and `ui` fail, the second one first: 2 failures, and `core` is built all the same.
#[kit::test]
async fn step_2_a_failure_ends_nobody_else() {
    let farm = Farm::new().fails("docs", 40).builds("core", 100).fails("ui", 20);

    let night = nightly(&farm, &packages(["docs", "core", "ui"])).await;

    assert_eq!(
        (&night.failed, &night.built),
        (&vec![BuildError::of("docs"), BuildError::of("ui")], &vec![Binary::of("core")]),
        "2 of 3 builds failed; failures told: {} instead of 2, packages built: {} instead of 1: does a failure end the group?",
        night.failed.len(),
        night.built.len(),
    );
}

/// `ui` and `cli` crash after 20 ms and are built after 20 more, while `core` ends after 30.
#[kit::test]
async fn step_3_a_crash_is_built_once_more_at_once() {
    let farm = Farm::new().builds("core", 30).crashes_once("ui", 20).crashes_once("cli", 20);

    let (night, took) = timed(nightly(&farm, &packages(["core", "ui", "cli"]))).await;

    assert_eq!(
        night,
        Nightly { built: ["core", "ui", "cli"].map(Binary::of).to_vec(), ..Nightly::default() },
        "2 of 3 builds crashed at the first attempt, and {} builds began instead of 5",
        farm.begun().len(),
    );
    assert_eq!(
        took,
        ms(40),
        "the second attempts can end after 40 ms, `core` ends after 30, and the night took \
         {took:?} instead of 40 ms: what does a second attempt wait for?"
    );
}

/// `ui` crashes at every attempt and is begun twice; `docs` fails and is begun once.
#[kit::test]
async fn step_4_the_second_attempt_is_the_last() {
    let farm = Farm::new().crashes("ui", 20).fails("docs", 20);

    let night = timeout(ms(1000), nightly(&farm, &packages(["ui", "docs"]))).await;

    let begun = |name: &str| farm.begun().iter().filter(|begun| *begun == name).count();
    assert_eq!(
        (begun("ui"), begun("docs")),
        (2, 1),
        "`ui` crashes and was begun {} times instead of 2, `docs` fails and was begun {} times \
         instead of 1: who counts the attempts?",
        begun("ui"),
        begun("docs"),
    );
    let expected = Nightly {
        failed: vec![BuildError::of("docs")],
        crashed: vec![BuildError::crashed("ui")],
        ..Nightly::default()
    };
    assert_eq!(night, Ok(expected), "a crash and a failure are in different lists, 1 in each");
}

/// Dropped after 30 ms, in the second attempt of `ui`: no build and no task goes on.
#[kit::test]
async fn step_5_leaves_nothing_behind() {
    let farm = Farm::new().builds("core", 100).crashes_once("ui", 20);

    let call = timeout(ms(30), nightly(&farm, &packages(["core", "ui"]))).await;
    kit::settle().await;

    assert!(call.is_err(), "`core` takes 100 ms, but the call was over after 30 ms");
    assert_eq!(
        farm.under_way(),
        0,
        "the call was dropped with 2 builds under way; {} went on instead of 0: is the second \
         attempt a child of the group too?",
        farm.under_way(),
    );
}

fn packages<const N: usize>(packages: [&str; N]) -> Vec<String> {
    packages.map(str::to_owned).to_vec()
}
