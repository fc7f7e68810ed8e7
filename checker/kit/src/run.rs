//! One test from its first poll to its verdict.

use std::{
    any::Any,
    future::Future,
    panic::{self, AssertUnwindSafe},
    pin::Pin,
    sync::{Arc, OnceLock, mpsc},
    task, thread,
    time::Duration,
};

use tokio::{
    runtime::{Builder, Runtime},
    time::{self, Instant},
};
use trace::{Explored, Fate, Outcome, Trace};

use crate::{
    Found,
    alive::Alive,
    blocked,
    context::{self, Context},
    explore::{self, actor::Actor, root::TooManyTurns, scheduler::MOST_POLLS},
    leavings::Leavings,
    panics::{self, PanicRecord, Whose},
    receipt::Receipt,
    watchdog::{self, Endless, Pulse},
};

/// Where the canary sits: no test waits a day, so a clock that gets there had nothing else to do.
const CANARY: Duration = Duration::from_secs(24 * 60 * 60);

/// Which test runs. [`#[kit::test]`](crate::test) fills it in.
#[derive(Debug, Clone, Copy)]
pub struct Test {
    /// The path of the test's function.
    pub name: &'static str,
    /// The file it stands in: a panic from there is an assertion, one from elsewhere a crash.
    pub file: &'static str,
}

/// How a run ended, with all that is to be said about it.
#[derive(Debug)]
pub(crate) struct Ending {
    pub(crate) outcome: Outcome,
    pub(crate) message: String,
    pub(crate) place: Option<String>,
    pub(crate) explored: Option<Explored>,
    pub(crate) trace: Trace,
    /// The panic to go on with, if it was one of the body's own and is already printed.
    payload: Option<Box<dyn Any + Send>>,
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
    run_job(test, Box::new(move |pulse| execute(test, pulse, |_start| as_lane(body))));
}

fn try_run_boxed(test: Test, body: Boxed) -> Result<Trace, Box<Found>> {
    panics::install_hook();
    let job: Job = Box::new(move |pulse| {
        let _silence = panics::silence();
        execute(test, pulse, |_start| as_lane(body))
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
pub(crate) fn execute(
    test: Test,
    pulse: &Arc<Pulse>,
    body: impl FnOnce(Instant) -> Pin<Box<dyn Future<Output = ()>>>,
) -> Ending {
    let shared = Arc::new(OnceLock::new());
    let runtime = runtime(pulse, &shared);
    let guard = runtime.enter();
    let context = Arc::clone(shared.get_or_init(|| Context::starting(Instant::now())));
    context.enter();
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

    drop(guard);
    // What is left is dropped, and may panic on its way out; threads that block are not waited for.
    let _ = panic::catch_unwind(AssertUnwindSafe(|| runtime.shutdown_background()));
    ending
}

fn runtime(pulse: &Arc<Pulse>, context: &Arc<OnceLock<Arc<Context>>>) -> Runtime {
    let (parking, unparking) = (Arc::clone(pulse), Arc::clone(pulse));
    let context = Arc::clone(context);
    Builder::new_current_thread()
        .enable_all()
        .start_paused(true)
        .on_thread_park(move || {
            parking.park();
            explore::on_quiet();
        })
        .on_thread_unpark(move || unparking.unpark())
        // The threads of `spawn_blocking` belong to the run too.
        .on_thread_start(move || {
            if let Some(context) = context.get() {
                context.enter();
            }
        })
        .build()
        .expect("a current-thread runtime needs nothing that could be missing")
}

/// Awaits the body and, unless it failed, looks at what it left.
async fn judge(
    context: &Context,
    pulse: &Pulse,
    mut body: Pin<Box<dyn Future<Output = ()>>>,
) -> Ending {
    let is_over = tokio::select! {
        biased;
        () = &mut body => true,
        () = time::sleep(CANARY) => false,
    };
    if !is_over {
        if pulse.is_endless() {
            return stalled(context, pulse, &[]);
        }
        let alive = match explore::who_is_alive() {
            Some(alive) => alive,
            None => {
                context.look_where_tasks_wait().await;
                let _ = body.as_mut().poll(&mut task::Context::from_waker(task::Waker::noop()));
                context.lanes().alive()
            }
        };
        return stalled(context, pulse, &alive);
    }

    let alive = context::alive_tasks_after_settling().await;
    if alive > 0 {
        let known = match explore::who_is_alive() {
            Some(known) => known,
            None => {
                context.look_where_tasks_wait().await;
                context.lanes().alive()
            }
        };
        return leaked(context, alive, &known);
    }
    match context.panics().into_iter().find(|panic| panic.whose != Whose::Body) {
        Some(panic) => detached_panic(context, &panic),
        None => Ending::new(Outcome::Passed, String::new(), context.trace_until(Instant::now())),
    }
}

/// The clock got to the canary, or too many timers fired on the way there. `alive` are those who wait,
/// as far as they are known.
fn stalled(context: &Context, pulse: &Pulse, alive: &[Alive]) -> Ending {
    let standstill = pulse.standstill();
    let trace = context.trace_until(standstill);
    if pulse.is_endless() {
        let message = "endless: timers fire and tasks run, but the test does not come to its end";
        return Ending::new(Outcome::Endless, message.to_owned(), trace);
    }

    let went_on = standstill.saturating_duration_since(context.start());
    let under_way: Vec<&str> = trace
        .calls
        .iter()
        .filter(|call| call.fate == Fate::Running)
        .map(|call| call.name.as_str())
        .collect();
    let mut message = format!(
        "deadlock: after {} ms of virtual time nothing can make progress any more: \
         everyone waits, and nobody is left to wake them",
        went_on.as_millis(),
    );
    if !under_way.is_empty() {
        message.push_str("; still under way: ");
        message.push_str(&under_way.join(", "));
    }
    match alive {
        [] => {}
        [body] if body.places().is_empty() => {}
        [body] => message.push_str(&format!("; it waits at {}", body.places().join(" and "))),
        several => message.extend(several.iter().map(|alive| format!("; {alive}"))),
    }
    // The body only waits for the others.
    let place = alive.iter().rev().find_map(|alive| alive.places().into_iter().next());
    Ending { place, ..Ending::new(Outcome::Deadlock, message, trace) }
}

/// The tasks took turns without end.
fn too_many_turns(context: &Context) -> Ending {
    let message = format!(
        "endless: after {MOST_POLLS} turns the tasks still take turns, and the test does not come \
         to its end"
    );
    Ending::new(Outcome::Endless, message, context.trace_until(Instant::now()))
}

/// Names the tasks that are still there after a body that failed, and nothing of it owns: what it
/// asserts may be about them.
async fn name_what_is_left(context: &Context, ending: &mut Ending) {
    if explore::is_under_way() || context.lanes().alive().len() < 2 {
        return;
    }
    context.look_where_tasks_wait().await;
    name_tasks(&context.lanes().alive(), &mut ending.message);
}

/// Names the spawned ones of those who are alive, a line each.
fn name_tasks(alive: &[Alive], message: &mut String) {
    let tasks = alive.iter().filter(|alive| alive.spawned_at.is_some());
    message.extend(tasks.map(|task| format!("\nstill there: {}", task.as_left())));
}

/// The body is over and `number` tasks are not; `known` are those that a façade has spawned.
fn leaked(context: &Context, number: usize, known: &[Alive]) -> Ending {
    let mut message = match number {
        1 => "1 task is still alive after the call has ended: who stops it?".to_owned(),
        n => format!("{n} tasks are still alive after the call has ended: who stops them?"),
    };
    name_tasks(known, &mut message);
    Ending {
        place: known.iter().find_map(|alive| alive.spawned_at.clone()),
        ..Ending::new(Outcome::LeakedTasks, message, context.trace_until(Instant::now()))
    }
}

fn detached_panic(context: &Context, panic: &PanicRecord) -> Ending {
    let who = if panic.whose == Whose::Thread { "thread" } else { "task" };
    let message = format!("a {who} panicked and nobody noticed: {}", panic.message);
    Ending {
        place: Some(panic.place()),
        ..Ending::new(Outcome::DetachedPanic, message, context.trace_until(Instant::now()))
    }
}

/// The body panicked: an assertion of the test, a `todo!`, or the code under test itself.
fn panicked(test: Test, context: &Context, payload: Box<dyn Any + Send>) -> Ending {
    let message = panics::message_of(payload.as_ref()).to_owned();
    let record = context.panics().into_iter().rev().find(|panic| panic.message == message);
    let outcome = if message.starts_with("not yet implemented") {
        Outcome::Unfinished
    } else if record.as_ref().is_some_and(|record| record.file == test.file) {
        Outcome::WrongAnswer
    } else {
        Outcome::Panicked
    };
    Ending {
        place: record.map(|record| record.place()),
        payload: Some(payload),
        ..Ending::new(outcome, message, context.trace_until(Instant::now()))
    }
}

impl Ending {
    pub(crate) fn new(outcome: Outcome, message: String, trace: Trace) -> Ending {
        Ending { outcome, message, place: None, explored: None, trace, payload: None }
    }

    /// The same, seen at `place`.
    pub(crate) fn seen_at(self, place: Option<String>) -> Ending {
        Ending { place, ..self }
    }
}
