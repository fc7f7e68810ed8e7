//! Rejected by: step_3_everybody_keeps_the_turn
//! Outcome: wrong_answer
//! Why people write it: first the container, then the note: nothing waits for anything that is not polled, and the note is asked for too late.

use std::time::Duration;

use tokio::time::Instant;
use worlds::{Crane, Note};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unloaded {
    pub place: usize,
    pub note: Option<Note>,
}

pub async fn unload(crane: &Crane, container: &str, patience: Duration) -> Unloaded {
    let asked = Instant::now();
    let place = crane.unload(container).await;
    if asked.elapsed() <= patience {
        return Unloaded { place, note: None };
    }
    Unloaded { place, note: Some(crane.note(container).await) }
}
