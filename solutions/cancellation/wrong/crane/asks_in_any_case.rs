//! Rejected by: step_1_in_time_there_is_no_note
//! Outcome: wrong_answer
//! Why people write it: the container and the note after a while are joined; nobody takes the note back if it is not needed.

use std::time::Duration;

use tokio::{join, time::sleep};
use worlds::{Crane, Note};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unloaded {
    pub place: usize,
    pub note: Option<Note>,
}

pub async fn unload(crane: &Crane, container: &str, patience: Duration) -> Unloaded {
    let (place, note) = join!(crane.unload(container), async {
        sleep(patience).await;
        crane.note(container).await
    });
    Unloaded { place, note: Some(note) }
}
