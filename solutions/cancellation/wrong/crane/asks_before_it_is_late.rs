//! Rejected by: step_3_everybody_keeps_the_turn
//! Outcome: wrong_answer
//! Why people write it: the note stands in line from the beginning, and is given up if it is not needed.

use std::{pin::pin, time::Duration};

use tokio::{select, time::Instant};
use worlds::{Crane, Note};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unloaded {
    pub place: usize,
    pub note: Option<Note>,
}

pub async fn unload(crane: &Crane, container: &str, patience: Duration) -> Unloaded {
    let asked = Instant::now();
    let mut unloading = pin!(crane.unload(container));
    let mut writing = pin!(crane.note(container));
    let place = select! {
        biased;
        place = &mut unloading => place,
        note = &mut writing => return Unloaded { place: unloading.await, note: Some(note) },
    };
    if asked.elapsed() <= patience {
        return Unloaded { place, note: None };
    }
    Unloaded { place, note: Some(writing.await) }
}
