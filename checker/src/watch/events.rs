//! What the screen can be told.

use std::{path::PathBuf, sync::mpsc::Sender, thread, time::Duration};

use super::job::Outcome;
use crate::run::Canceled;

/// How often a request to end is looked for.
const LOOK: Duration = Duration::from_millis(100);

/// Something that the screen must know.
pub(super) enum Event {
    /// A key was pressed.
    Key(Key),
    /// The terminal has another size.
    Resized,
    /// The system says that files were written.
    Saved(Vec<PathBuf>),
    /// The current file is not what it was a moment ago.
    Changed(PathBuf),
    /// The job with this number goes on: a line about it.
    Progress(usize, String),
    /// The job with this number has ended.
    Done(usize, Outcome),
    /// The program is asked to end.
    Ended,
}

/// A key as the screen knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    Char(char),
    Enter,
    Escape,
    Backspace,
    Up,
    Down,
    PageUp,
    PageDown,
    Home,
    End,
}

/// Has what stops the program end the screen, so that the terminal is left as it was.
pub(super) fn heed(canceled: &Canceled, sender: &Sender<Event>) {
    let (canceled, sender) = (canceled.clone(), sender.clone());
    thread::spawn(move || {
        while !canceled.is_set() {
            thread::sleep(LOOK);
        }
        let _ = sender.send(Event::Ended);
    });
}
