//! Where events come from: keys, saved files, finished checks.

use std::{path::PathBuf, sync::mpsc::Sender, thread, time::Duration};

use crossterm::event::{self, KeyCode, KeyEventKind, KeyModifiers};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::{grade::GradeError, run::Canceled, verdict::Verdict, workspace::Workspace};

/// How often a request to end is looked for.
const LOOK: Duration = Duration::from_millis(100);

/// Something that the screen must know.
pub(super) enum Event {
    /// A key was pressed.
    Key(char),
    /// The terminal has another size.
    Resized,
    /// Files were written.
    Saved(Vec<PathBuf>),
    /// Cargo has finished another crate.
    Built(usize, String),
    /// The check with this number ended.
    Checked(usize, Box<Result<Verdict, GradeError>>),
}

/// Sends an event for every file written below `lessons`, as long as the watcher lives.
pub(super) fn watch_files(
    workspace: &Workspace,
    sender: &Sender<Event>,
) -> notify::Result<RecommendedWatcher> {
    let sender = sender.clone();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        // Reading a file is an event too, and the compiler reads them all.
        if matches!(event.kind, EventKind::Create(_) | EventKind::Modify(_)) {
            let _ = sender.send(Event::Saved(event.paths));
        }
    })?;
    watcher.watch(&workspace.root().join("lessons"), RecursiveMode::Recursive)?;
    Ok(watcher)
}

/// Has what stops the program do what the key does, so that the terminal is left as it was.
pub(super) fn heed(canceled: &Canceled, sender: &Sender<Event>) {
    let (canceled, sender) = (canceled.clone(), sender.clone());
    thread::spawn(move || {
        while !canceled.is_set() {
            thread::sleep(LOOK);
        }
        let _ = sender.send(Event::Key('q'));
    });
}

/// Sends an event for every key, until the program ends.
pub(super) fn read_keys(sender: &Sender<Event>) {
    let sender = sender.clone();
    thread::spawn(move || {
        while let Ok(event) = event::read() {
            let event = match event {
                event::Event::Key(key) if key.kind != KeyEventKind::Release => {
                    let is_control = key.modifiers.contains(KeyModifiers::CONTROL);
                    match key.code {
                        KeyCode::Char('c' | 'd') if is_control => Event::Key('q'),
                        KeyCode::Char(key) => Event::Key(key),
                        KeyCode::Enter => Event::Key('r'),
                        _ => continue,
                    }
                }
                event::Event::Resize(..) => Event::Resized,
                _ => continue,
            };
            if sender.send(event).is_err() {
                return;
            }
        }
        // Without keys nobody could quit.
        let _ = sender.send(Event::Key('q'));
    });
}
