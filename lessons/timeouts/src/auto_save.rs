//! # Debounce: save when the typing stops
//!
//! A writer types, and the editor saves by itself. A save for every key would keep the store busy
//! all day; no save until the window is closed loses an afternoon. So it saves when the writer has
//! paused for a moment: each edit starts the wait anew.
//!
//! - Read: `lessons/timeouts/README.md`, and there "A channel for the newest value"
//! - Check: `cargo test -p timeouts auto_save` or `cargo checker run timeouts/auto_save`
//! - Hint: `cargo checker hint timeouts/auto_save`
//! - Toolbox: `tokio::sync::watch`, `tokio::time::timeout_at`, `JoinHandle::abort`; one of them is
//!   a trap here
//! - Needs: structs, tasks, `while let`

use std::time::Duration;

use worlds::Drafts;

/// Saves the newest text when no edit has come for a while. Its fields are yours.
#[derive(Debug)]
pub struct AutoSave {}

/// How the saves ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stats {
    /// How many succeeded.
    pub saved: usize,
    /// How many failed.
    pub failed: usize,
}

impl AutoSave {
    /// Begins to look after the texts of one writer. Nothing is saved until there is an edit.
    ///
    /// A text is saved `delay` after its edit, unless a newer edit has come by then. At most one
    /// save is under way, and no edit cuts it off: what is due meanwhile begins when it ends. A
    /// save that fails is counted and not repeated, and the next edit is saved as any other. Every
    /// edit counts, also one with the same text or none.
    ///
    /// Dropped without `close`, it saves a pending edit as `close` does; after that no task is left.
    pub fn new(delay: Duration, store: Drafts) -> AutoSave {
        let _ = store;
        todo!("save each text when no edit has come for {delay:?}")
    }

    /// Notes the newest text. It never waits.
    pub fn edit(&self, text: &str) {
        todo!("note {text:?} and start the wait anew")
    }

    /// Saves a pending edit without its delay, after the save under way, and tells how all went.
    pub async fn close(self) -> Stats {
        todo!("save what is pending at once, and give the numbers when nothing is under way")
    }
}
