//! Rejected by: step_4_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: a task polls itself, so the container cannot stand still; nor does it stop when the call is dropped.

use std::time::Duration;

use tokio::time::timeout;
use worlds::{Crane, Note};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unloaded {
    pub place: usize,
    pub note: Option<Note>,
}

pub async fn unload(crane: &Crane, container: &str, patience: Duration) -> Unloaded {
    let mut unloading = {
        let (crane, container) = (crane.clone(), container.to_owned());
        tokio::spawn(async move { crane.unload(&container).await })
    };
    if let Ok(place) = timeout(patience, &mut unloading).await {
        return Unloaded { place: place.expect("the crane does not panic"), note: None };
    }
    let note = crane.note(container).await;
    let place = unloading.await.expect("the crane does not panic");
    Unloaded { place, note: Some(note) }
}
