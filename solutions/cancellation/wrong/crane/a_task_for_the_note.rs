//! Rejected by: step_4_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: the note is the smaller thing, so it becomes the task; nobody ends it when the call is dropped.

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
    let writing = {
        let (crane, container) = (crane.clone(), container.to_owned());
        tokio::spawn(async move { crane.note(&container).await })
    };
    let place = unloading.await;
    Unloaded { place, note: Some(writing.await.expect("the crane does not panic")) }
}
