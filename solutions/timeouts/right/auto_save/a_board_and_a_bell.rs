//! Differs by: a shared place for the newest text, a bell that wakes the task, and an end that the drop declares.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::{
    sync::Notify,
    task::JoinHandle,
    time::{Instant, timeout_at},
};
use worlds::Drafts;

#[derive(Debug)]
pub struct AutoSave {
    board: Arc<Board>,
    saver: Option<JoinHandle<Stats>>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stats {
    pub saved: usize,
    pub failed: usize,
}

#[derive(Debug, Default)]
struct Board {
    note: Mutex<Note>,
    bell: Notify,
}

#[derive(Debug, Default)]
struct Note {
    pending: Option<(String, Instant)>,
    is_closed: bool,
}

impl AutoSave {
    pub fn new(delay: Duration, store: Drafts) -> AutoSave {
        let board = Arc::new(Board::default());
        let saver = tokio::spawn(save_newest(delay, store, Arc::clone(&board)));
        AutoSave { board, saver: Some(saver) }
    }

    pub fn edit(&self, text: &str) {
        self.board.note().pending = Some((text.to_owned(), Instant::now()));
        self.board.bell.notify_one();
    }

    pub async fn close(mut self) -> Stats {
        let saver = self.saver.take().expect("taken here only");
        drop(self);
        saver.await.expect("saving does not panic")
    }
}

impl Drop for AutoSave {
    fn drop(&mut self) {
        self.board.note().is_closed = true;
        self.board.bell.notify_one();
    }
}

impl Board {
    fn note(&self) -> MutexGuard<'_, Note> {
        self.note.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the text that is due, or tells when it will be.
    fn take_due(&self, delay: Duration) -> Next {
        let mut note = self.note();
        let is_closed = note.is_closed;
        match note.pending.take_if(|(_, at)| is_closed || *at + delay <= Instant::now()) {
            Some((text, _)) => Next::Save(text),
            None if is_closed => Next::End,
            None => Next::Wait(note.pending.as_ref().map(|(_, at)| *at + delay)),
        }
    }
}

enum Next {
    Save(String),
    Wait(Option<Instant>),
    End,
}

async fn save_newest(delay: Duration, store: Drafts, board: Arc<Board>) -> Stats {
    let mut stats = Stats::default();
    loop {
        match board.take_due(delay) {
            Next::Save(text) => match store.save(&text).await {
                Ok(()) => stats.saved += 1,
                Err(_) => stats.failed += 1,
            },
            Next::Wait(Some(due)) => drop(timeout_at(due, board.bell.notified()).await),
            Next::Wait(None) => board.bell.notified().await,
            Next::End => return stats,
        }
    }
}
