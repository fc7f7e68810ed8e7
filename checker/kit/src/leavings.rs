//! What a test leaves behind in its process: threads, and a panic hook that is not the kit's.
//!
//! It is looked for where the process runs one test alone, as the checker's steps do. Elsewhere it
//! could be another test's.

use std::{thread, time::Duration};

use trace::{Outcome, Trace};

use crate::{
    context,
    ending::Ending,
    panics,
    thread_state::{Crowd, Numbers},
};

/// How long a thread may compute until it counts as left behind.
const LIMIT: Duration = Duration::from_millis(900);
/// How often it is looked whether threads have ended.
const LOOK: Duration = Duration::from_millis(5);

/// What was there before the test.
#[derive(Debug)]
pub(crate) struct Leavings(Option<Numbers>);

impl Leavings {
    /// Looks at the process before the test.
    pub(crate) fn before() -> Leavings {
        Leavings(context::is_only_test().then(|| Crowd::now().numbers()))
    }

    /// The ending of a test that has passed otherwise, if it left something behind.
    pub(crate) fn find(self) -> Option<Ending> {
        let before = self.0?;
        if !panics::is_hook_called() {
            let message = "the panic hook was replaced, and panics of tasks could not be seen any \
                           more: whoever sets a hook calls the one that `take_hook` gave";
            return Some(Ending::new(Outcome::Panicked, message.to_owned(), Trace::empty()));
        }
        let message = match threads_beside(&before) {
            0 => return None,
            1 => "1 thread is still there after the test has ended: who stops it?".to_owned(),
            n => format!("{n} threads are still there after the test has ended: who stops them?"),
        };
        Some(Ending::new(Outcome::LeakedTasks, message, Trace::empty()))
    }
}

/// How many threads have come and stay. One that is about to end is waited for: it stays if it rests,
/// or computes on and on.
fn threads_beside(before: &Numbers) -> usize {
    let begin = Crowd::now().beside(before);
    let mut last = begin.clone();
    loop {
        thread::sleep(LOOK);
        let now = Crowd::now().beside(before);
        if now.all_stay(&last, &begin, LIMIT) {
            return now.count();
        }
        last = now;
    }
}
