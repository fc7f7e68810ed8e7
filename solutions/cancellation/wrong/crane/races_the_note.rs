//! Rejected by: step_2_a_late_container_gets_its_note
//! Outcome: wrong_answer
//! Why people write it: a second `select!` polls both, and the one that comes second is dropped.

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
        () = sleep(patience) => {}
    }
    select! {
        place = &mut unloading => Unloaded { place, note: None },
        note = crane.note(container) => Unloaded { place: unloading.await, note: Some(note) },
    }
}
