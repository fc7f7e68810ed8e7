//! The steps of `lease`. Make them pass from the first to the last; never edit them.

use std::panic::{AssertUnwindSafe, resume_unwind};

use cancellation::lease::with_lease;
use futures::FutureExt;
use kit::{Gauge, ms, timed};
use tokio::time::{sleep, timeout};
use tokio_util::task::TaskTracker;
use worlds::{Lease, LeaseError, Quay};

/// Leased, used and given back in 10 + 20 + 10 ms, after an error of the work as well.
#[kit::test]
async fn step_1_a_lease_is_given_back_before_the_return() {
    let (quay, tasks) = (Quay::new().taken("west"), TaskTracker::new());

    let work = async |lease: &Lease| {
        sleep(ms(20)).await;
        Err::<(), _>(format!("{}: a rope broke", lease.berth))
    };
    let (worked, took) = timed(with_lease(&quay, &tasks, "east", work)).await;
    let released = quay.released();
    let refused = with_lease(&quay, &tasks, "west", async |_| "worked").await;
    sleep(ms(100)).await;

    let expected = Ok(Err("east: a rope broke".to_owned()));
    assert_eq!(
        (worked, took, released),
        (expected, ms(40), 1),
        "a lease, 20 ms of work and a release are 40ms, and what the work gives is handed on, an \
         error too; it took {took:?}, and on its return {released} leases were given back instead \
         of 1"
    );
    assert_eq!(
        refused,
        Err(LeaseError::Taken),
        "somebody else has the berth `west`: no work there"
    );
    let releases = quay.releases();
    assert_eq!(
        releases, 1,
        "one lease was given and one refused: 1 release, and there were {releases}: who gives back \
         as well, and is the guard told of it?"
    );
}

/// A third of the lease is 30 ms: work from 10 to 110 ms is renewed at 40, 70 and 100.
#[kit::test]
async fn step_2_it_is_renewed_during_the_work() {
    let (quay, tasks) = (Quay::new(), TaskTracker::new());

    let (worked, took) =
        timed(with_lease(&quay, &tasks, "east", async |_| sleep(ms(100)).await)).await;
    sleep(ms(300)).await;

    let renewals = quay.renewals();
    assert_eq!(
        (worked, &renewals, took),
        (Ok(()), &vec![40, 70, 100], ms(120)),
        "work from 10 to 110 ms, with a lease of 90 ms, is renewed at [40, 70, 100] and over after \
         120ms; it was renewed at {renewals:?} and took {took:?}: each third of the lease, the \
         first one not at once, and none after the work?"
    );
}

/// A renewal takes 25 ms, and the work has ten things to do in 100 ms: they take 100.
#[kit::test]
async fn step_3_the_work_goes_on_during_a_renewal() {
    let (quay, tasks) = (Quay::new().renews_in(25), TaskTracker::new());

    let work = async |_: &Lease| {
        for _ in 0..10 {
            sleep(ms(10)).await;
        }
    };
    let (worked, took) = timed(with_lease(&quay, &tasks, "east", work)).await;

    assert_eq!(
        (worked, took),
        (Ok(()), ms(120)),
        "ten times 10 ms of work, a lease and a release are 120ms, however long a renewal takes; \
         it took {took:?}: who polls the work while the renewal waits for its answer?"
    );
}

/// The first renewal, at 40 ms, says that the lease is lost: the work is dropped, all is over.
#[kit::test]
async fn step_4_a_lost_lease_ends_the_work() {
    let (quay, tasks) = (Quay::new().loses_at(1), TaskTracker::new());
    let work = Gauge::new();

    let lost = with_lease(&quay, &tasks, "east", async |_| work_of(500, &work).await);
    let (lost, took) = timed(lost).await;
    let canceled = work.canceled();
    sleep(ms(100)).await;

    assert_eq!(
        (lost, took, canceled),
        (Err(LeaseError::Lost), ms(40), 1),
        "the first renewal, at 40 ms, finds the lease lost: it returns after 40ms, and it took \
         {took:?}; works dropped: {canceled} instead of 1"
    );
    let (renewals, releases) = (quay.renewals().len(), quay.releases());
    assert_eq!(
        (renewals, releases),
        (1, 0),
        "a lost lease belongs to somebody else: 1 renewal, and no more, and 0 releases; there were \
         {renewals} and {releases}"
    );
}

/// Dropped at 30 ms, in the work: at once, and what `tasks` counts gives back within 10 ms.
#[kit::test]
async fn step_5_a_dropped_call_gives_back() {
    let (quay, tasks) = (Quay::new(), TaskTracker::new());
    let work = Gauge::new();

    let call = with_lease(&quay, &tasks, "east", async |_| work_of(500, &work).await);
    let (call, took) = timed(timeout(ms(30), call)).await;
    let canceled = work.canceled();
    tasks.close();
    let ((), waited) = timed(tasks.wait()).await;
    let released = quay.released();
    sleep(ms(100)).await;
    let renewals = quay.renewals().len();

    assert!(call.is_err(), "work of 500 ms was over after {took:?}: was it awaited?");
    assert_eq!(
        (took, canceled),
        (ms(30), 1),
        "the caller gave up after 30 ms and was free after {took:?}; works dropped: {canceled} \
         instead of 1"
    );
    assert_eq!(
        (waited, released, renewals),
        (ms(10), 1, 0),
        "the call was dropped with a lease: `tasks.wait()` takes the 10ms of 1 release, and the \
         lease is not renewed again; it took {waited:?}, leases given back: {released}, renewals: \
         {renewals}: who gives back when the call is gone, and who counts that?"
    );
}

/// The work panics: so does the call, and the lease is given back.
#[kit::test]
async fn step_6_a_panic_gives_back() {
    let (quay, tasks) = (Quay::new(), TaskTracker::new());

    let call = with_lease(&quay, &tasks, "east", async |_| {
        sleep(ms(20)).await;
        kit::planned_panic("the crane fell")
    });
    let call: Result<Result<(), _>, _> = AssertUnwindSafe(call).catch_unwind().await;
    sleep(ms(100)).await;

    let panic = call.expect_err("the work panicked, and the call returned instead of panicking");
    if panic.downcast_ref::<String>().is_none_or(|said| said != "the crane fell") {
        resume_unwind(panic);
    }
    let (released, releases) = (quay.released(), quay.releases());
    assert_eq!(
        (released, releases),
        (1, 1),
        "the work panicked with 1 lease: {releases} releases began instead of 1, and {released} \
         came to their end"
    );
}

/// Dropped at any of its awaits: every lease is given back once, and nothing else goes on.
#[kit::test]
async fn step_7_leaves_nothing_behind() {
    let runs = kit::at_every_poll(
        || (Quay::new(), TaskTracker::new()),
        async |(quay, tasks)| with_lease(quay, tasks, "east", async |_| sleep(ms(40)).await).await,
        async |(quay, _)| {
            sleep(ms(100)).await;
            let (leased, releases, released) = (quay.leased(), quay.releases(), quay.released());
            assert_eq!(
                (releases, released),
                (leased, leased),
                "{leased} leases were given, {releases} releases began, and {released} came to \
                 their end; may the release be dropped half-way, like any other await?"
            );
            let late = quay.renewals().iter().filter(|at| **at > 50).count();
            assert_eq!(
                late, 0,
                "the work was over at 50 ms: {late} renewals after it instead of 0"
            );
        },
    )
    .await;

    assert!(runs >= 5, "leasing, working and giving back are 3 waits; there were {}", runs - 2);
}

async fn work_of(millis: u64, gauge: &Gauge) {
    let visit = gauge.enter();
    sleep(ms(millis)).await;
    visit.done();
}
