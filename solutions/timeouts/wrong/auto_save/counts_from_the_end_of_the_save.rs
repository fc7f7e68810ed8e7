//! Rejected by: step_3_a_save_under_way_is_never_cut_off
//! Outcome: wrong_answer
//! Why people write it: the delay begins when the task hears of the edit, and while it saves it hears nothing.

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
}

impl AutoSave {
    pub fn new(delay: Duration, store: Drafts) -> AutoSave {
        let first = Edit { text: String::new() };
        let (edits, newest) = watch::channel(first);
        AutoSave { edits, saver: tokio::spawn(save_newest(delay, store, newest)) }
    }

    pub fn edit(&self, text: &str) {
        self.edits.send_replace(Edit { text: text.to_owned() });
    }

    pub async fn close(self) -> Stats {
        drop(self.edits);
        self.saver.await.expect("saving does not panic, and nobody aborts it")
    }
}

async fn save_newest(delay: Duration, store: Drafts, mut newest: watch::Receiver<Edit>) -> Stats {
    let mut stats = Stats::default();
    while newest.changed().await.is_ok() {
        newest.borrow_and_update();
        let mut due = Instant::now() + delay;
        while let Ok(Ok(())) = timeout_at(due, newest.changed()).await {
            newest.borrow_and_update();
            due = Instant::now() + delay;
        }
        let text = newest.borrow().text.clone();
        match store.save(&text).await {
            Ok(()) => stats.saved += 1,
            Err(_) => stats.failed += 1,
        }
    }
    stats
}
