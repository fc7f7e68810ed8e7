//! Error: E0509

use std::time::Duration;

use tokio::{
    sync::watch,
    task::JoinHandle,
    time::{Instant, timeout_at},
};
use worlds::Drafts;

#[derive(Debug)]
pub struct AutoSave {
    edits: watch::Sender<Edit>,
    saver: JoinHandle<Stats>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stats {
    pub saved: usize,
    pub failed: usize,
}

#[derive(Debug)]
struct Edit {
    text: String,
    at: Instant,
}

impl AutoSave {
    pub fn new(delay: Duration, store: Drafts) -> AutoSave {
        let first = Edit { text: String::new(), at: Instant::now() };
        let (edits, newest) = watch::channel(first);
        AutoSave { edits, saver: tokio::spawn(save_newest(delay, store, newest)) }
    }

    pub fn edit(&self, text: &str) {
        self.edits.send_replace(Edit { text: text.to_owned(), at: Instant::now() });
    }

    pub async fn close(self) -> Stats {
        drop(self.edits);
        self.saver.await.expect("saving does not panic, and nobody aborts it")
    }
}

impl Drop for AutoSave {
    fn drop(&mut self) {
        self.saver.abort();
    }
}

async fn save_newest(delay: Duration, store: Drafts, mut newest: watch::Receiver<Edit>) -> Stats {
    let mut stats = Stats::default();
    while newest.changed().await.is_ok() {
        let mut due = newest.borrow_and_update().at + delay;
        while let Ok(Ok(())) = timeout_at(due, newest.changed()).await {
            due = newest.borrow_and_update().at + delay;
        }
        let text = newest.borrow().text.clone();
        match store.save(&text).await {
            Ok(()) => stats.saved += 1,
            Err(_) => stats.failed += 1,
        }
    }
    stats
}
