//! One test from its first poll to its verdict.

use std::{
    future::Future,
    panic::{self, AssertUnwindSafe},
    pin::Pin,
    sync::{Arc, mpsc},
    thread,
    time::Duration,
};

use tokio::time::Instant;
use trace::{Outcome, Trace};

use crate::{
    Found, blocked,
    ending::Ending,
    explore::{actor::Actor, root::TooManyTurns},
    judge::{judge, name_what_is_left, panicked, stalled, too_many_turns},
    leavings::Leavings,
    panics,
    receipt::Receipt,
    stage::Stage,
    watchdog::{self, Endless, Pulse},
};

/// Where the canary sits: no test waits a day, so a clock that gets there had nothing else to do.
pub(crate) const CANARY: Duration = Duration::from_secs(24 * 60 * 60);

/// Which test runs. [`#[kit::test]`](crate::test) fills it in.
#[derive(Debug, Clone, Copy)]
pub struct Test {
    /// The path of the test's function.
    pub name: &'static str,
    /// The file it stands in: a panic from there is an assertion, one from elsewhere a crash.
    pub file: &'static str,
}

/// Runs `body` in virtual time on a thread of its own and fails as the crate's documentation says.
///
/// # Panics
///
/// If the test fails: that is how a test fails.
#[track_caller]
pub fn run<F, Body>(test: Test, body: Body)
where
    F: Future<Output = ()> + 'static,
    Body: FnOnce() -> F + Send + 'static,
{
    run_boxed(test, Box::new(|| Box::pin(body())));
}

/// Does what [`run`] does, and gives what was found instead of failing: to look for a failure that is
/// known to be there, or at what the code did. It prints nothing, and leaves no receipt.
///
/// ```
/// let test = kit::Test { name: "docs", file: file!() };
/// let found = kit::try_run(test, || async {
///     let lock = tokio::sync::Mutex::new(());
///     let _first = lock.lock().await;
///     let _second = lock.lock().await;
/// });
/// assert_eq!(found.unwrap_err().outcome, kit::Outcome::Deadlock);
///
/// assert!(kit::try_run(test, || async { tokio::task::yield_now().await }).is_ok());
/// ```
///
/// # Errors
///
/// Gives the failure, if the test would fail.
pub fn try_run<F, Body>(test: Test, body: Body) -> Result<Trace, Box<Found>>
where
    F: Future<Output = ()> + 'static,
    Body: FnOnce() -> F + Send + 'static,
{
    try_run_boxed(test, Box::new(|| Box::pin(body())))
}

/// A body without its type: all that follows is compiled once, with this crate, and not again for
/// every step of every answer.
type Boxed = Box<dyn FnOnce() -> Pin<Box<dyn Future<Output = ()>>> + Send>;

#[track_caller]
fn run_boxed(test: Test, body: Boxed) {
    run_job(test, Box::new(move |pulse| execute(test, pulse, &mut None, |_start| as_lane(body))));
}

fn try_run_boxed(test: Test, body: Boxed) -> Result<Trace, Box<Found>> {
    panics::install_hook();
    let job: Job = Box::new(move |pulse| {
        let _silence = panics::silence();
        execute(test, pulse, &mut None, |_start| as_lane(body))
    });
    let ending = on_own_thread(test, job);
    match ending.outcome {
        Outcome::Passed => Ok(ending.trace),
        _ => Err(Found::in_ending(ending)),
    }
}

/// Starts the body as the first lane of its run.
fn as_lane(body: Boxed) -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(Actor::new(body(), None))
}

/// What a test does on its thread: one run, or one after another.
pub(crate) type Job = Box<dyn FnOnce(&Arc<Pulse>) -> Ending + Send>;

#[track_caller]
pub(crate) fn run_job(test: Test, job: Job) {
    // First of all: the nonce is gone from standard input before any code under test runs.
    let receipt = Receipt::owed();
    panics::install_hook();

    let before = Leavings::before();
    let mut ending = on_own_thread(test, job);
    if ending.outcome == Outcome::Passed
        && let Some(left) = before.find()
    {
        ending = Ending { trace: ending.trace, ..left };
    }

    if let Some(receipt) = receipt {
        receipt.settle(
            test_path(test.name),
            ending.outcome,
            &ending.message,
            ending.place.clone(),
            ending.explored,
            ending.trace.clone(),
        );
    }
    fail_unless_passed(ending);
}

/// The path by which the test harness knows the test: without the crate's name.
fn test_path(name: &str) -> &str {
    name.split_once("::").map_or(name, |(_crate, path)| path)
}

/// The name of the test's function alone.
pub(crate) fn test_name(name: &str) -> &str {
    name.rsplit_once("::").map_or(name, |(_path, name)| name)
}

#[track_caller]
fn fail_unless_passed(ending: Ending) {
    if ending.outcome == Outcome::Passed {
        return;
    }
    // The harness captures what is printed and shows it with the failure.
    if !ending.trace.is_empty() {
        println!("\nwhat your code did, in virtual time:\n{}", ending.trace.timeline());
    }
    if ending.payload.is_some() && ending.place.is_none() {
        // It did not come by the panic hook, so nobody has said it yet.
        println!("\npanicked: {}", ending.message);
    }
    match ending.payload {
        Some(payload) => panic::resume_unwind(payload),
        None => panic!("{}", ending.message),
    }
}

/// Runs the body on a thread of its own, so that a thread that never comes back is left behind
/// and the other tests of the process still run.
pub(crate) fn on_own_thread(test: Test, job: Job) -> Ending {
    let pulse = Arc::new(Pulse::default());
    let (sender, receiver) = mpsc::channel();
    let worker = {
        let pulse = Arc::clone(&pulse);
        thread::Builder::new().name(test_path(test.name).to_owned()).spawn(move || {
            pulse.begin_on_this_thread();
            // The receiver is gone only if the watchdog has already told this ending's story.
            let _ = sender.send(job(&pulse));
        })
    };
    let worker = worker.expect("the system gives a test one more thread");

    match watchdog::wait(&receiver, &pulse) {
        Ok(ending) => ending,
        Err(stuck) => blocked::given_up(test, stuck, &pulse, &worker),
    }
}

/// Runs the body to its end on the calling thread and judges it. `body` is told when the run began.
///
/// The stage is `spare`, if there is one; it is spare again if the run leaves it as new.
pub(crate) fn execute(
    test: Test,
    pulse: &Arc<Pulse>,
    spare: &mut Option<Stage>,
    body: impl FnOnce(Instant) -> Pin<Box<dyn Future<Output = ()>>>,
) -> Ending {
    let stage = spare.take().unwrap_or_else(|| Stage::new(pulse));
    let runtime = stage.runtime();
    let guard = runtime.enter();
    let context = stage.begin();
    context.enter();
    pulse.is_at(&context);
    pulse.set_noon(context.start() + CANARY / 2);

    let ended = panic::catch_unwind(AssertUnwindSafe(|| {
        let start = context.start();
        let _polling = kit_probe::polling();
        runtime.block_on(async { judge(&context, pulse, body(start)).await })
    }));
    let mut ending = match ended {
        Ok(ending) => ending,
        Err(payload) if payload.is::<Endless>() => stalled(&context, pulse, &[]),
        Err(payload) if payload.is::<TooManyTurns>() => too_many_turns(&context),
        Err(payload) => panicked(test, &context, payload),
    };
    if matches!(ending.outcome, Outcome::WrongAnswer | Outcome::Panicked) {
        runtime.block_on(name_what_is_left(&context, &mut ending));
    }
    if let Some(blocked) = blocked::instead_of(&ending, pulse) {
        ending = Ending { trace: ending.trace, ..blocked };
    }
    if let Some(note) = context.note().filter(|_| ending.outcome != Outcome::Passed) {
        if !panics::is_silent() {
            println!("\n{note}");
        }
        ending.message = format!("{}\n{note}", ending.message);
    }

    let is_spare = stage.end() && ending.outcome == Outcome::Passed;
    drop(guard);
    match is_spare {
        true => *spare = Some(stage),
        false => stage.close(),
    }
    ending
}
