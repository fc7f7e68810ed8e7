//! Error: E0521

use std::time::Duration;

use tokio::time::sleep;
use worlds::Drafts;

#[derive(Debug)]
pub struct AutoSave {
    delay: Duration,
    store: Drafts,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stats {
    pub saved: usize,
    pub failed: usize,
}

impl AutoSave {
    pub fn new(delay: Duration, store: Drafts) -> AutoSave {
        AutoSave { delay, store }
    }

    pub fn edit(&self, text: &str) {
        let text = text.to_owned();
        tokio::spawn(async move {
            sleep(self.delay).await;
            self.store.save(&text).await
        });
    }

    pub async fn close(self) -> Stats {
        Stats::default()
    }
}
