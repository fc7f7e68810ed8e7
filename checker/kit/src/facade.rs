//! What other crates tell the kit: a façade the explorer, a recorder the run. Not for tests.
//!
//! The façade of tokio, `awaitlings-kit-tokio`, is written with these. Outside an explored run each
//! of them does nothing, so that a façade may be used anywhere.

use std::{
    future::{Future, poll_fn},
    panic::Location,
    sync::Arc,
    task::Poll,
};

pub use crate::explore::actor::Actor;
use crate::{context, explore::scheduler::Scheduler, lanes};
pub use trace::Counted;

/// Puts the future of a task under the explorer's scheduler, if a run of it is under way.
///
/// The caller's place is shown as the one at which the task was spawned.
#[track_caller]
pub fn task<F: Future>(future: F) -> Actor<F> {
    Actor::new(future, Some(Location::caller()))
}

/// Chooses one of `of` ways, or nothing if no explored run is under way.
pub fn choose(of: u32) -> Option<u32> {
    let chosen = Scheduler::with(|scheduler| {
        scheduler.is_polling().then(|| scheduler.choose(of.try_into().unwrap_or(usize::MAX), true))
    });
    chosen.flatten().and_then(|way| u32::try_from(way).ok())
}

/// Draws one of `of` ways by lot, the same ones in each repetition of a run; nothing outside a run.
pub fn draw(of: u32) -> Option<u32> {
    let ways = usize::try_from(of).ok().filter(|ways| *ways > 0)?;
    let way = context::current()?.draw(ways);
    u32::try_from(way).ok()
}

/// Takes up a number that tasks share, such as the free permits of a semaphore: a timeline shows it
/// below the tasks.
///
/// `reading` gives the number, or nothing when the thing is gone; it is asked after each poll of a
/// task. `of` is the largest value it can have, `made_at` where the thing was made.
pub fn share(
    counts: Counted,
    of: u64,
    made_at: &'static Location<'static>,
    reading: impl Fn() -> Option<u64> + Send + 'static,
) {
    let is_told = Scheduler::with(|scheduler| scheduler.is_recorded()).unwrap_or(true);
    if is_told {
        lanes::share(counts, of, made_at, Box::new(reading));
    }
}

/// Whether the current task runs under the explorer.
pub fn is_explored() -> bool {
    Scheduler::with(|scheduler| scheduler.is_polling()).unwrap_or(false)
}

/// Runs `greet` on each thread that the current run starts from now on for `spawn_blocking`: for what
/// belongs to the run and is kept by thread.
pub fn on_each_thread(greet: impl Fn() + Send + Sync + 'static) {
    if let Some(context) = context::current() {
        context.on_each_thread(Arc::new(greet));
    }
}

/// Lets all others have a turn first, as `yield_now` does.
///
/// # Cancel safety
///
/// It keeps nothing.
pub async fn let_others_go() {
    let mut has_let_go = false;
    poll_fn(|cx| {
        if has_let_go {
            return Poll::Ready(());
        }
        has_let_go = true;
        Scheduler::with(Scheduler::set_yielded);
        cx.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}
