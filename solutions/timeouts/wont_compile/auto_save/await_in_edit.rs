//! Error: E0728

use std::time::Duration;

use tokio::{sync::mpsc, task::JoinHandle, time::timeout};
use worlds::Drafts;

#[derive(Debug)]
pub struct AutoSave {
    edits: mpsc::Sender<String>,
    saver: JoinHandle<Stats>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stats {
    pub saved: usize,
    pub failed: usize,
}

impl AutoSave {
    pub fn new(delay: Duration, store: Drafts) -> AutoSave {
        let (edits, mut waiting) = mpsc::channel::<String>(8);
        let saver = tokio::spawn(async move {
            let mut stats = Stats::default();
            while let Some(mut text) = waiting.recv().await {
                while let Ok(Some(newer)) = timeout(delay, waiting.recv()).await {
                    text = newer;
                }
                match store.save(&text).await {
                    Ok(()) => stats.saved += 1,
                    Err(_) => stats.failed += 1,
                }
            }
            stats
        });
        AutoSave { edits, saver }
    }

    pub fn edit(&self, text: &str) {
        self.edits.send(text.to_owned()).await.expect("the task listens");
    }

    pub async fn close(self) -> Stats {
        drop(self.edits);
        self.saver.await.expect("saving does not panic")
    }
}
