//! Rejected by: step_2_a_late_container_gets_its_note
//! Outcome: wrong_answer
//! Why people write it: whoever asks for a second thing should not hold the first one: it is dropped, and both are asked for again.

use std::time::Duration;

use tokio::{join, time::timeout};
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
    let (place, note) = join!(crane.unload(container), crane.note(container));
    Unloaded { place, note: Some(note) }
}
