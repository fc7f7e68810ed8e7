//! Rejected by: step_1_in_time_there_is_no_note
//! Outcome: wrong_answer
//! Why people write it: the container and the patience are joined, and whether it was late is judged after that.

use std::time::Duration;

use tokio::{
    join,
    time::{Instant, sleep},
};
use worlds::{Crane, Note};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unloaded {
    pub place: usize,
    pub note: Option<Note>,
}

pub async fn unload(crane: &Crane, container: &str, patience: Duration) -> Unloaded {
    let asked = Instant::now();
    let unloading = async { (crane.unload(container).await, asked.elapsed()) };
    let writing = async {
        sleep(patience).await;
        crane.note(container).await
    };
    let ((place, took), note) = join!(unloading, writing);
    Unloaded { place, note: (took > patience).then_some(note) }
}
