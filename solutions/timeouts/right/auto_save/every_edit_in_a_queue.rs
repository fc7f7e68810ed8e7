//! Differs by: a channel that keeps every edit, of which the last one is saved.

use std::time::Duration;

use tokio::{
    sync::mpsc,
    task::JoinHandle,
    time::{Instant, timeout_at},
};
use worlds::Drafts;

#[derive(Debug)]
pub struct AutoSave {
    edits: mpsc::UnboundedSender<(String, Instant)>,
    saver: JoinHandle<Stats>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stats {
    pub saved: usize,
    pub failed: usize,
}

impl AutoSave {
    pub fn new(delay: Duration, store: Drafts) -> AutoSave {
        let (edits, mut waiting) = mpsc::unbounded_channel::<(String, Instant)>();
        let saver = tokio::spawn(async move {
            let mut stats = Stats::default();
            while let Some(mut edit) = waiting.recv().await {
                while let Ok(Some(newer)) = timeout_at(edit.1 + delay, waiting.recv()).await {
                    edit = newer;
                }
                match store.save(&edit.0).await {
                    Ok(()) => stats.saved += 1,
                    Err(_) => stats.failed += 1,
                }
            }
            stats
        });
        AutoSave { edits, saver }
    }

    pub fn edit(&self, text: &str) {
        let edit = (text.to_owned(), Instant::now());
        self.edits.send(edit).expect("the task listens as long as there is a sender");
    }

    pub async fn close(self) -> Stats {
        drop(self.edits);
        self.saver.await.expect("saving does not panic")
    }
}
