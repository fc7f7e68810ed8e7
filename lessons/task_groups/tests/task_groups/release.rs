//! The steps of `release`. Make them pass from the first to the last; never edit them.

use std::panic::{AssertUnwindSafe, resume_unwind};

use futures::FutureExt;
use kit::{ms, timed};
use task_groups::release::release;
use tokio::time::timeout;
use worlds::{Binary, BuildError, Farm};

/// Three packages, three binaries, in the order of the list: they end in another one.
#[kit::test]
async fn step_1_binaries_keep_the_order_of_the_packages() {
    let farm = Farm::new().builds("core", 100).builds("docs", 50).builds("cli", 10);

    let released = release(&farm, &packages(["core", "docs", "cli"])).await;

    assert_eq!(
        released,
        Ok(["core", "docs", "cli"].map(Binary::of).to_vec()),
        "the binary at index `i` belongs to `packages[i]`, whichever was built first"
    );
}

/// Three builds of 100 ms take 100 ms, not 300.
#[kit::test]
async fn step_2_all_builds_run_together() {
    let farm = Farm::new().builds("a", 100).builds("b", 100).builds("c", 100);

    let (_, took) = timed(release(&farm, &packages(["a", "b", "c"]))).await;

    assert_eq!(
        took,
        ms(100),
        "three builds of 100 ms took {took:?} instead of 100 ms, at most {} of 3 at once: \
         is a task awaited before the next one is spawned?",
        farm.most_at_once(),
    );
}

/// `docs` fails after 20 ms, `core` would take 100: the release fails after 20, and `core` did not.
#[kit::test]
async fn step_3_the_first_failure_ends_the_release() {
    let farm = Farm::new().builds("core", 100).fails("docs", 20);

    let (released, took) = timed(release(&farm, &packages(["core", "docs"]))).await;

    assert_eq!(
        took,
        ms(20),
        "`docs` failed after 20 ms and the release after {took:?} instead of 20 ms: \
         what was it still waiting for?"
    );
    assert_eq!(
        released,
        Err(vec![BuildError::of("docs")]),
        "1 of 2 builds failed, the other one was aborted, which is no failure of its own"
    );
}

/// In the instant in which the release returns with a failure, 0 builds are under way.
#[kit::test]
async fn step_4_every_build_is_gone_when_it_returns() {
    let farm = Farm::new().builds("core", 100).fails("docs", 20).builds("cli", 200);

    let released = release(&farm, &packages(["core", "docs", "cli"])).await;
    // Nothing is awaited in between: an aborted task that has not run since is still there.
    let under_way = farm.under_way();

    // A runtime looks at the call between some dozens of tasks: of two hundred, not all are gone then.
    let many: Vec<String> = (0..200).map(|number| format!("part {number}")).collect();
    let farm_of_many = many.iter().fold(Farm::new(), |farm, part| farm.builds(part, 100));
    let farm_of_many = farm_of_many.fails("docs", 20);
    let with_docs = [many, packages(["docs"])].concat();
    assert!(release(&farm_of_many, &with_docs).await.is_err(), "`docs` cannot be built");
    let under_way_of_many = farm_of_many.under_way();

    assert!(released.is_err(), "`docs` cannot be built, and the release gave {released:?}");
    assert_eq!(
        under_way_of_many, 0,
        "with 200 builds aborted, {under_way_of_many} were under way when the release returned: is \
         every one of them joined?"
    );
    assert_eq!(
        under_way, 0,
        "the release returned with {under_way} builds under way instead of 0: to abort a task is \
         a request; who waits until it is gone?"
    );
}

/// The build of `ui` panics: that is a failure of the release, not a panic of it.
#[kit::test]
async fn step_5_a_crash_is_a_failure() {
    let farm = Farm::new().builds("core", 100).crashes("ui", 20);

    let packages = packages(["core", "ui"]);
    let released = without_a_panic(release(&farm, &packages)).await;

    assert_eq!(
        released,
        Err(vec![BuildError::crashed("ui")]),
        "1 of 2 builds panicked, which is 1 failure: what became of the `JoinError`?"
    );
}

/// `docs` and `cli` both fail after 20 ms: 2 failures, in the order of the list.
#[kit::test]
async fn step_6_failures_of_one_instant_are_all_told() {
    let farm = Farm::new().fails("docs", 20).builds("core", 100).fails("cli", 20);

    let released = release(&farm, &packages(["docs", "core", "cli"])).await;

    let told = released.as_ref().err().map_or(0, Vec::len);
    assert_eq!(
        released,
        Err(vec![BuildError::of("docs"), BuildError::of("cli")]),
        "2 builds failed in the same instant; failures told: {told} instead of 2: what happens to a \
         task that has failed already when the group is ended?"
    );
}

/// Dropped after 20 ms, nothing of it goes on: no build and no task.
#[kit::test]
async fn step_7_leaves_nothing_behind() {
    let farm = Farm::new().builds("a", 10).builds("b", 100).builds("c", 100);

    let call = timeout(ms(20), release(&farm, &packages(["a", "b", "c"]))).await;
    kit::settle().await;

    assert!(call.is_err(), "the slowest build takes 100 ms, but the call was over after 20 ms");
    assert_eq!(
        farm.under_way(),
        0,
        "the release was dropped with 2 builds under way; {} went on instead of 0: who owns the \
         tasks?",
        farm.under_way(),
    );
}

/// The panic of a build is printed nowhere; here it fails with a sentence.
async fn without_a_panic<T>(call: impl Future<Output = T>) -> T {
    AssertUnwindSafe(call).catch_unwind().await.unwrap_or_else(|payload| {
        let message = payload.downcast_ref::<String>();
        assert!(
            message.is_none_or(|message| message != "the compiler crashed"),
            "one of two builds panicked, and the call panicked with it: 1 panic came through \
             instead of 0; who passes the panic of a task on?"
        );
        resume_unwind(payload)
    })
}

fn packages<const N: usize>(packages: [&str; N]) -> Vec<String> {
    packages.map(str::to_owned).to_vec()
}
