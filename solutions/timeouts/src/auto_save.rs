//! `auto_save`, solved: one task owns the store, and a channel of one value tells it the newest.

use std::time::Duration;

use tokio::{
    sync::watch,
    task::JoinHandle,
    time::{Instant, timeout_at},
};
use worlds::Drafts;

/// Saves the newest text when no edit has come for a while.
#[derive(Debug)]
pub struct AutoSave {
    edits: watch::Sender<Edit>,
    saver: JoinHandle<Stats>,
}

/// How the saves ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stats {
    /// How many succeeded.
    pub saved: usize,
    /// How many failed.
    pub failed: usize,
}

#[derive(Debug)]
struct Edit {
    text: String,
    at: Instant,
}

impl AutoSave {
    /// Begins to look after the texts of one writer.
    pub fn new(delay: Duration, store: Drafts) -> AutoSave {
        // The value it begins with counts as seen: without an edit there is nothing to save.
        let first = Edit { text: String::new(), at: Instant::now() };
        let (edits, newest) = watch::channel(first);
        AutoSave { edits, saver: tokio::spawn(save_newest(delay, store, newest)) }
    }

    /// Notes the newest text. It never waits.
    pub fn edit(&self, text: &str) {
        // The older text is overwritten, which is the point: nobody wants to save it any more.
        self.edits.send_replace(Edit { text: text.to_owned(), at: Instant::now() });
    }

    /// Saves a pending edit, and tells how all went.
    ///
    /// # Cancel safety
    ///
    /// When it is dropped, the saves go on to their end, and nobody hears how they went.
    pub async fn close(self) -> Stats {
        // Without a sender the task comes to its end by itself. To abort it would cut a save off.
        drop(self.edits);
        self.saver.await.expect("saving does not panic, and nobody aborts it")
    }
}

/// Saves until the sender is gone and the last edit is saved.
async fn save_newest(delay: Duration, store: Drafts, mut newest: watch::Receiver<Edit>) -> Stats {
    let mut stats = Stats::default();
    // An error means that the sender is gone, and comes only after the last edit was seen.
    while newest.changed().await.is_ok() {
        // The time of the edit is part of the value: a save takes time too, and the delay of an
        // edit that came meanwhile does not begin with its end.
        let mut due = newest.borrow_and_update().at + delay;
        while let Ok(Ok(())) = timeout_at(due, newest.changed()).await {
            due = newest.borrow_and_update().at + delay;
        }
        // Cloned, because no guard of the channel may be held while the save is awaited.
        let text = newest.borrow().text.clone();
        match store.save(&text).await {
            Ok(()) => stats.saved += 1,
            Err(_) => stats.failed += 1,
        }
    }
    stats
}
