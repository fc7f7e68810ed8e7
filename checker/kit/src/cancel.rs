//! Cancels a call at each of its awaits in turn, and looks at what is left.

use std::{
    future::{Future, poll_fn},
    pin::pin,
    task::Poll,
};

use trace::Report;

use crate::{context, place};

/// Drops `act` after its first poll, then in a new world after its second, and so on until it
/// comes to its end; `check` looks at every world.
///
/// In the first world the future is dropped before it is polled at all, in the last one it is not
/// dropped. After each, the tasks settle. A failing `check` says after which poll the call was
/// dropped and at which line it waited, and draws the timeline of that world alone.
///
/// Gives the number of worlds.
///
/// ```
/// use std::sync::Mutex;
///
/// # kit::run(kit::Test { name: "docs", file: file!() }, || async {
/// let worlds = kit::at_every_poll(
///     || Mutex::new(vec![100, 0]),
///     async |accounts: &Mutex<Vec<i32>>| {
///         tokio::time::sleep(kit::ms(1)).await;
///         let mut accounts = accounts.lock().unwrap();
///         accounts[0] -= 10;
///         accounts[1] += 10;
///     },
///     async |accounts| assert_eq!(accounts.lock().unwrap().iter().sum::<i32>(), 100),
/// )
/// .await;
/// assert_eq!(worlds, 3, "not polled, polled once, ran to its end");
/// # });
/// ```
///
/// # Panics
///
/// If the call has not come to its end after 10,000 polls.
///
/// # Cancel safety
///
/// Dropping it drops the world at hand.
pub async fn at_every_poll<World, Output>(
    world: impl Fn() -> World,
    act: impl AsyncFn(&World) -> Output,
    check: impl AsyncFn(&World),
) -> usize {
    const MOST: usize = 10_000;
    for polls in 0..MOST {
        context::begin_new_world();
        context::set_note(Some(match polls {
            0 => format!("{} before it was polled", Report::DROPPED),
            1 => format!("{} after its first poll", Report::DROPPED),
            n => format!("{} after {n} polls", Report::DROPPED),
        }));
        let world = world();
        let is_complete = is_complete_after(polls, act(&world)).await;
        if is_complete {
            context::set_note(None);
        }
        context::settle().await;
        check(&world).await;
        if is_complete {
            return polls + 1;
        }
    }
    panic!("the call did not come to its end within {MOST} polls");
}

/// Polls `future` until it is ready or was pending `polls` times, then drops it.
async fn is_complete_after(polls: usize, future: impl Future) -> bool {
    let mut future = pin!(future);
    let mut left = polls;
    poll_fn(|cx| {
        if left == 0 {
            return Poll::Ready(false);
        }
        left -= 1;
        if left > 0 {
            return future.as_mut().poll(cx).map(|_| true);
        }
        // Nobody needs to wake what is about to be dropped.
        let (polled, waiting) = place::poll_once(future.as_mut());
        if polled.is_pending() {
            context::set_dropped(waiting);
        }
        Poll::Ready(polled.is_ready())
    })
    .await
}
