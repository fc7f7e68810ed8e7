//! Rejected by: step_2_a_late_container_gets_its_note
//! Outcome: wrong_answer
//! Why people write it: a call that hangs gets a timeout; the port goes on, and the note is missing.

use std::{pin::pin, time::Duration};

use tokio::time::timeout;
use worlds::{Crane, Note};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unloaded {
    pub place: usize,
    pub note: Option<Note>,
}

pub async fn unload(crane: &Crane, container: &str, patience: Duration) -> Unloaded {
    let mut unloading = pin!(crane.unload(container));
    if let Ok(place) = timeout(patience, &mut unloading).await {
        return Unloaded { place, note: None };
    }
    let note = timeout(patience, crane.note(container)).await.ok();
    Unloaded { place: unloading.await, note }
}
