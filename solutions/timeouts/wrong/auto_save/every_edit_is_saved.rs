//! Rejected by: step_2_each_edit_starts_the_wait_anew
//! Outcome: wrong_answer
//! Why people write it: each edit gets a task that waits and saves, and nobody tells it of the next edit.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use tokio::{task::JoinHandle, time::sleep};
use worlds::{Drafts, DraftsError};

#[derive(Debug)]
pub struct AutoSave {
    delay: Duration,
    store: Drafts,
    saves: Mutex<Vec<JoinHandle<Result<(), DraftsError>>>>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stats {
    pub saved: usize,
    pub failed: usize,
}

impl AutoSave {
    pub fn new(delay: Duration, store: Drafts) -> AutoSave {
        AutoSave { delay, store, saves: Mutex::default() }
    }

    pub fn edit(&self, text: &str) {
        let (delay, store, text) = (self.delay, self.store.clone(), text.to_owned());
        let save = tokio::spawn(async move {
            sleep(delay).await;
            store.save(&text).await
        });
        self.saves.lock().unwrap_or_else(PoisonError::into_inner).push(save);
    }

    pub async fn close(self) -> Stats {
        let mut stats = Stats::default();
        let saves = self.saves.into_inner().unwrap_or_else(PoisonError::into_inner);
        for save in saves {
            match save.await.expect("saving does not panic") {
                Ok(()) => stats.saved += 1,
                Err(_) => stats.failed += 1,
            }
        }
        stats
    }
}
