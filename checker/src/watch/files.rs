//! Tells when the current file was saved: by the system's file events, and by looking.
//!
//! File events do not come through on some network drives, in some containers and from Windows into
//! WSL, and nothing says so. Looking at one file ten times a second costs next to nothing: it finds
//! what the events have missed.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, mpsc::Sender},
    thread,
    time::{Duration, SystemTime},
};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::events::Event;
use crate::workspace::Workspace;

/// How often the file is looked at. A change is told one look later: the system's event comes first,
/// where it comes.
pub(super) const LOOK: Duration = Duration::from_millis(100);

/// The sources of events about files, for as long as it lives.
pub(super) struct Files {
    /// Nothing where the system refuses.
    watcher: Option<RecommendedWatcher>,
    looked_at: Arc<Mutex<Option<PathBuf>>>,
}

impl Files {
    /// Watches all that lies below `lessons`.
    pub(super) fn watch(workspace: &Workspace, sender: &Sender<Event>) -> Files {
        let looked_at = Arc::default();
        look(Arc::clone(&looked_at), sender.clone());
        Files { watcher: native(workspace, sender.clone()).ok(), looked_at }
    }

    /// Whether the system sends events at all.
    pub(super) fn has_events(&self) -> bool {
        self.watcher.is_some()
    }

    /// Looks at `file` from now on.
    pub(super) fn look_at(&self, file: Option<PathBuf>) {
        *self.looked_at.lock().unwrap_or_else(PoisonError::into_inner) = file;
    }
}

fn native(workspace: &Workspace, sender: Sender<Event>) -> notify::Result<RecommendedWatcher> {
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

/// What is seen of a file without reading it.
type Stamp = Option<(u64, Option<SystemTime>)>;

fn look(looked_at: Arc<Mutex<Option<PathBuf>>>, sender: Sender<Event>) {
    thread::spawn(move || {
        let mut seen: Option<(PathBuf, Stamp)> = None;
        let mut changed = None;
        loop {
            thread::sleep(LOOK);
            if let Some(file) = changed.take()
                && sender.send(Event::Changed(file)).is_err()
            {
                return;
            }
            let file = looked_at.lock().unwrap_or_else(PoisonError::into_inner).clone();
            let Some(file) = file else { continue };
            let now = stamp(&file);
            match &mut seen {
                Some((known, before)) if *known == file => {
                    if *before != now {
                        *before = now;
                        changed = Some(file);
                    }
                }
                _ => seen = Some((file, now)),
            }
        }
    });
}

fn stamp(file: &Path) -> Stamp {
    fs::metadata(file).ok().map(|meta| (meta.len(), meta.modified().ok()))
}
