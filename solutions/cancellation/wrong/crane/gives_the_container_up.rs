//! Rejected by: step_2_a_late_container_gets_its_note
//! Outcome: wrong_answer
//! Why people write it: the future that is not polled is in the way, so it is dropped, and the container is asked for again.

use std::time::Duration;

use tokio::time::timeout;
use worlds::{Crane, Note};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unloaded {
    pub place: usize,
    pub note: Option<Note>,
}

pub async fn unload(crane: &Crane, container: &str, patience: Duration) -> Unloaded {
    if let Ok(place) = timeout(patience, crane.unload(container)).await {
        return Unloaded { place, note: None };
    }
    let note = crane.note(container).await;
    let place = crane.unload(container).await;
    Unloaded { place, note: Some(note) }
}
