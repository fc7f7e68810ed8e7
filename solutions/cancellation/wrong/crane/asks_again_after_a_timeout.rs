//! Rejected by: step_3_everybody_keeps_the_turn
//! Outcome: wrong_answer
//! Why people write it: a call that hangs gets a timeout and is made again later; meanwhile the turn of the container comes, and nobody polls it.

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
    let note = timeout(patience, crane.note(container)).await;
    let place = unloading.await;
    match note {
        Ok(note) => Unloaded { place, note: Some(note) },
        Err(_) => Unloaded { place, note: Some(crane.note(container).await) },
    }
}
