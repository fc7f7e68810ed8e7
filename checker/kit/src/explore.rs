//! Runs a body again and again, each time with its tasks taking turns in another order.
//!
//! On one thread, tokio runs the tasks that are ready in one order, and most orders that several
//! threads would bring about never happen in a test. The explorer asks for each of them in turn:
//! whenever more than one task could go on, that is a choice, and the list of choices makes the run
//! what it was, however often it is repeated.

pub(crate) mod actor;
mod budget;
mod choices;
mod record;
pub(crate) mod root;
pub(crate) mod scheduler;
mod search;

use std::{env, future::Future, pin::Pin, sync::Arc};

use trace::{Explored, Outcome, Trace};

use self::{
    choices::Chooser,
    root::Root,
    scheduler::Scheduler,
    search::{Run, Tried},
};
use crate::{
    Found, Test, alive::Alive, ending::Ending, panics, place, run, stage::Stage, watchdog::Pulse,
};

pub use self::search::Budget;

/// Names the one schedule to run, as a failure has written it.
const SCHEDULE: &str = "KIT_SCHEDULE";

/// Runs `body` in one schedule after another until one fails, as a test; [`#[kit::explore]`
/// ](macro@crate::explore) calls it.
///
/// Each schedule is a run of its own: its clock starts anew, and so does whatever the body makes.
///
/// # Panics
///
/// If the body fails in one of the schedules, as [`run`](crate::run) does, with the schedule. Also
/// if nothing was explored, because the code calls tokio itself instead of its façade. With the
/// variable `KIT_SCHEDULE`, only the schedule is run that it names.
#[track_caller]
pub fn explore<F, Body>(test: Test, budget: Budget, body: Body)
where
    F: Future<Output = ()> + 'static,
    Body: Fn() -> F + Send + 'static,
{
    let body = move || Box::pin(body()) as Pin<Box<dyn Future<Output = ()>>>;
    run::run_job(test, Box::new(move |pulse| all(test, budget, pulse, &body)));
}

/// Does what [`explore`](fn@explore) does, and gives what was found instead of failing: to look for
/// a bug that is known to be there.
///
/// The example `lost_update` of `awaitlings-kit-tokio` does so.
///
/// # Errors
///
/// Gives the failure, if the body fails in one of the schedules or nothing was explored.
pub fn try_explore<F, Body>(test: Test, budget: Budget, body: Body) -> Result<Explored, Box<Found>>
where
    F: Future<Output = ()> + 'static,
    Body: Fn() -> F + Send + 'static,
{
    let body = move || Box::pin(body()) as Pin<Box<dyn Future<Output = ()>>>;
    panics::install_hook();
    let job = Box::new(move |pulse: &Arc<Pulse>| {
        let _silence = panics::silence();
        all(test, budget, pulse, &body)
    });
    let ending = run::on_own_thread(test, job);
    match ending.explored {
        Some(explored) if ending.outcome == Outcome::Passed => Ok(explored),
        _ => Err(Found::in_ending(ending)),
    }
}

type Body<'a> = &'a dyn Fn() -> Pin<Box<dyn Future<Output = ()>>>;

/// Tries the schedules and tells of the first that fails, or of all.
fn all(test: Test, budget: Budget, pulse: &Arc<Pulse>, body: Body<'_>) -> Ending {
    if let Ok(text) = env::var(SCHEDULE) {
        let Some(ways) = choices::read(&text) else {
            let message = format!("`{SCHEDULE}` is no schedule: `{text}`");
            return Ending::new(Outcome::Panicked, message, Trace::empty());
        };
        return once(test, pulse, &mut None, body, Chooser::Replay(ways), true).0;
    }

    let silence = panics::silence();
    let (mut is_used, mut spare) = (true, None);
    let found = search::search(budget, |chooser| {
        let (ending, scheduler) = once(test, pulse, &mut spare, body, chooser, false);
        is_used &= scheduler.is_used();
        let failure = (ending.outcome != Outcome::Passed).then_some(ending.outcome);
        Run { choices: scheduler.into_choices(), failure }
    });
    drop(silence);

    match found {
        _ if !is_used => nothing_to_explore(),
        Ok(Tried { schedules, is_all, interruptions }) => {
            let chooser = Chooser::Replay(Vec::new());
            let (mut ending, _) = once(test, pulse, &mut spare, body, chooser, false);
            ending.explored = Some(Explored { schedules, is_all, interruptions });
            ending
        }
        Err(found) => {
            let schedule = choices::written_ways(&found.ways);
            let chooser = Chooser::Replay(found.ways);
            let (mut ending, _) = once(test, pulse, &mut None, body, chooser, true);
            if ending.outcome == Outcome::Passed {
                return differs_from_itself(&schedule, ending.trace);
            }
            let note = format!(
                "{} `{schedule}`, number {} of those that were tried",
                trace::Report::IN_SCHEDULE,
                found.schedules
            );
            if !panics::is_silent() {
                println!("\n{note}");
            }
            ending.message = format!("{}\n{note}", ending.message);
            ending
        }
    }
}

/// One run, by the ways that `chooser` takes.
fn once(
    test: Test,
    pulse: &Arc<Pulse>,
    spare: &mut Option<Stage>,
    body: Body<'_>,
    chooser: Chooser,
    is_recorded: bool,
) -> (Ending, Scheduler) {
    pulse.begin_anew();
    let body = body();
    let mut ending = run::execute(test, pulse, spare, |start| {
        Scheduler::install(chooser, is_recorded, start);
        Box::pin(Root::new(body))
    });
    let scheduler = Scheduler::remove().expect("the run has installed one");
    ending.trace.schedule = scheduler.schedule();
    if let Some(schedule) = &mut ending.trace.schedule {
        schedule.add_sources(place::line_of);
    }
    (ending, scheduler)
}

/// The same choices led to another end: something else than the order of the tasks decides.
fn differs_from_itself(schedule: &str, trace: Trace) -> Ending {
    let message = format!(
        "the schedule `{schedule}` failed, and passed when it was repeated: does the code draw lots, \
         look at a real clock or start threads?"
    );
    Ending::new(Outcome::WrongAnswer, message, trace)
}

fn nothing_to_explore() -> Ending {
    let message = "nothing was explored: the code under test calls tokio itself; compile it with \
                   `awaitlings-kit-tokio` in the place of tokio";
    Ending::new(Outcome::Panicked, message.to_owned(), Trace::empty())
}

/// The runtime of an explored run has nothing to run.
pub(crate) fn on_quiet() {
    let waker = Scheduler::with(Scheduler::on_quiet).flatten();
    if let Some(waker) = waker {
        waker.wake();
    }
}

/// Whether the run on this thread is an explored one.
pub(crate) fn is_under_way() -> bool {
    Scheduler::with(|_| ()).is_some()
}

/// Who is still there in the explored run on this thread; nothing if the run is no explored one.
pub(crate) fn who_is_alive() -> Option<Vec<Alive>> {
    Scheduler::with(|scheduler| {
        scheduler.close();
        match scheduler.is_recorded() {
            true => scheduler.alive(),
            // One of those that nobody will look at.
            false => Vec::new(),
        }
    })
}
