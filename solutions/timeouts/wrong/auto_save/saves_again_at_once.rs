//! Rejected by: step_3_a_save_under_way_is_never_cut_off
//! Outcome: wrong_answer
//! Why people write it: what came during the save has waited long enough, and is saved as soon as that one ends.

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
        let first = Edit { text: String::new(), at: Instant::now() };
        let (edits, newest) = watch::channel(first);
        AutoSave { edits, saver: tokio::spawn(save_newest(delay, store, newest)) }
    }

    /// Notes the newest text. It never waits.
    pub fn edit(&self, text: &str) {
        self.edits.send_replace(Edit { text: text.to_owned(), at: Instant::now() });
    }

    /// Saves a pending edit, and tells how all went.
    ///
    /// # Cancel safety
    ///
    /// When it is dropped, the saves go on to their end, and nobody hears how they went.
    pub async fn close(self) -> Stats {
        drop(self.edits);
        self.saver.await.expect("saving does not panic, and nobody aborts it")
    }
}

/// Saves until the sender is gone and the last edit is saved.
async fn save_newest(delay: Duration, store: Drafts, mut newest: watch::Receiver<Edit>) -> Stats {
    let mut stats = Stats::default();
    while newest.changed().await.is_ok() {
        let mut due = newest.borrow_and_update().at + delay;
        while let Ok(Ok(())) = timeout_at(due, newest.changed()).await {
            due = newest.borrow_and_update().at + delay;
        }
        loop {
            let text = newest.borrow_and_update().text.clone();
            match store.save(&text).await {
                Ok(()) => stats.saved += 1,
                Err(_) => stats.failed += 1,
            }
            if !newest.has_changed().unwrap_or(false) {
                break;
            }
        }
    }
    stats
}
