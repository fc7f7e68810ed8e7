//! Rejected by: step_2_a_late_container_gets_its_note
//! Outcome: wrong_answer
//! Why people write it: what stands still after the patience gets ten times as much of it.

use std::{pin::pin, time::Duration};

use tokio::{select, time::sleep};
use worlds::{Crane, Note};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unloaded {
    pub place: usize,
    pub note: Option<Note>,
}

pub async fn unload(crane: &Crane, container: &str, patience: Duration) -> Unloaded {
    let mut unloading = pin!(crane.unload(container));
    select! {
        place = &mut unloading => return Unloaded { place, note: None },
        () = sleep(10 * patience) => {}
    }
    let note = crane.note(container).await;
    let place = unloading.await;
    Unloaded { place, note: Some(note) }
}
