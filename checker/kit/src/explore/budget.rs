//! tokio's cooperative budget, as a way to interrupt.
//!
//! Each operation of tokio's that can wait takes a unit of the budget that its task got for this
//! poll, and where nothing is left of it, waits until the next poll. So a task that gets a single
//! unit waits before its next operation but one, wherever that is.
//!
//! A unit that was taken comes back when its [`RestoreOnPending`] is dropped: the budget is then
//! what it was before. One that was taken when there were two is thus a way to set it to two again,
//! which is less work than to take all the others one by one.

use std::{
    cell::RefCell,
    task::{Context, Poll, Waker},
};

use tokio::task::coop::{self, RestoreOnPending};

thread_local! {
    static UNITS: RefCell<Units> = const { RefCell::new(Units::Unknown) };
}

/// What is known of the budget of a poll.
enum Units {
    Unknown,
    /// So many.
    Whole(usize),
    /// Taken when there was one, and when there were two.
    Taken {
        of_one: RestoreOnPending,
        of_two: RestoreOnPending,
    },
}

/// Leaves no unit of the current poll's budget, or one. The poll must not have used any.
pub(super) fn leave(units: u8) {
    UNITS.with_borrow_mut(|known| {
        *known = match std::mem::replace(known, Units::Unknown) {
            // The first poll of a thread's first run is to have none left anyway.
            Units::Unknown => Units::Whole(use_up(usize::MAX)),
            Units::Whole(whole) => {
                use_up(whole - 2);
                let of_two = take();
                Units::Taken { of_one: take(), of_two }.with_left(units)
            }
            taken => taken.with_left(units),
        };
    });
}

impl Units {
    fn with_left(self, units: u8) -> Units {
        match self {
            Units::Taken { of_one, of_two } if units == 0 => {
                Units::Taken { of_one: again(of_one), of_two }
            }
            Units::Taken { of_one, of_two } => Units::Taken { of_one, of_two: again(of_two) },
            unknown => unknown,
        }
    }
}

/// Sets the budget to what it was when `taken` was, and takes a unit of it as then.
fn again(taken: RestoreOnPending) -> RestoreOnPending {
    drop(taken);
    take()
}

/// Takes a unit that is there.
fn take() -> RestoreOnPending {
    try_take().expect("a poll of tokio's begins with more than two units")
}

fn try_take() -> Option<RestoreOnPending> {
    match coop::poll_proceed(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(unit) => Some(unit),
        Poll::Pending => None,
    }
}

/// Uses up to so many units. Gives how many there were of them.
fn use_up(units: usize) -> usize {
    (0..units).map_while(|_| try_take()).map(|unit| unit.made_progress()).count()
}
