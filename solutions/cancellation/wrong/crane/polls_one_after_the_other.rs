//! Rejected by: step_2_a_late_container_gets_its_note
//! Outcome: wrong_answer
//! Why people write it: both are polled in turn, each for a while; a note that is not written in that time loses its turn.

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
    let mut turn = patience;
    let mut note = None;
    loop {
        if let Ok(place) = timeout(turn, &mut unloading).await {
            return Unloaded { place, note };
        }
        turn = Duration::from_millis(1);
        if note.is_none() {
            note = timeout(turn, crane.note(container)).await.ok();
        }
    }
}
