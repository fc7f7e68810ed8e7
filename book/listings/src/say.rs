//! What a listing says: one line of output, with the virtual time at which it came.
//!
//! `say` is the `println!` of the book. The lines of one thread go into one journal, which is also
//! where the services of the listings write down their calls: so that a run is told, drawn and
//! compared with its Python twin from one record.

use std::cell::RefCell;

use kit::Journal;

thread_local! {
    static JOURNAL: RefCell<Option<Journal>> = const { RefCell::new(None) };
}

/// Says a line, now.
pub fn say(text: impl Into<String>) {
    journal().mark(text);
}

/// The journal of this thread. Its time counts from the start of the test, or else from its own.
pub fn journal() -> Journal {
    JOURNAL.with_borrow_mut(|journal| journal.get_or_insert_with(Journal::new).clone())
}

/// Gives this thread an empty journal that no test draws: for what runs again and again.
pub fn begin_anew() -> Journal {
    let journal = Journal::unseen();
    JOURNAL.set(Some(journal.clone()));
    journal
}
