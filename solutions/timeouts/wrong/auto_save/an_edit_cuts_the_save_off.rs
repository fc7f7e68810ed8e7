//! Rejected by: step_3_a_save_under_way_is_never_cut_off
//! Outcome: wrong_answer
//! Why people write it: in JavaScript a debounce clears the timer of the edit before; `abort` looks like that, and ends the save as well.

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
        let mut saves = self.saves.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(before) = saves.last() {
            before.abort();
        }
        saves.push(tokio::spawn(async move {
            sleep(delay).await;
            store.save(&text).await
        }));
    }

    pub async fn close(self) -> Stats {
        let mut stats = Stats::default();
        let saves = self.saves.into_inner().unwrap_or_else(PoisonError::into_inner);
        for save in saves {
            match save.await {
                Ok(Ok(())) => stats.saved += 1,
                Ok(Err(_)) => stats.failed += 1,
                Err(_) => {}
            }
        }
        stats
    }
}
