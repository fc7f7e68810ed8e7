//! Rejected by: step_2_a_late_container_gets_its_note
//! Outcome: deadlock
//! Why people write it: a `biased` `select!` in a loop polls the container first, each time; in the block of the other branch nobody polls it.

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
    let mut note = None;
    let place = loop {
        select! {
            biased;
            place = &mut unloading => break place,
            () = sleep(patience), if note.is_none() => note = Some(crane.note(container).await),
        }
    };
    Unloaded { place, note }
}
