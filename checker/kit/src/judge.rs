//! What a run's end means: passed, or in which way it failed, and where.

use std::{any::Any, future::Future, pin::Pin, task};

use tokio::time::{self, Instant};
use trace::{Fate, Outcome};

use crate::{
    Test,
    alive::Alive,
    context::{self, Context},
    ending::Ending,
    explore::{self, scheduler::MOST_POLLS},
    panics::{self, PanicRecord, Whose},
    run::CANARY,
    watchdog::Pulse,
};

/// Awaits the body and, unless it failed, looks at what it left.
pub(crate) async fn judge(
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
pub(crate) fn stalled(context: &Context, pulse: &Pulse, alive: &[Alive]) -> Ending {
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
pub(crate) fn too_many_turns(context: &Context) -> Ending {
    let message = format!(
        "endless: after {MOST_POLLS} turns the tasks still take turns, and the test does not come \
         to its end"
    );
    Ending::new(Outcome::Endless, message, context.trace_until(Instant::now()))
}

/// Names the tasks that are still there after a body that failed, and nothing of it owns: what it
/// asserts may be about them.
pub(crate) async fn name_what_is_left(context: &Context, ending: &mut Ending) {
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
pub(crate) fn panicked(test: Test, context: &Context, payload: Box<dyn Any + Send>) -> Ending {
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
