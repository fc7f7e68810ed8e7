//! Error: E0521

use std::time::Duration;

use tokio::time::timeout;
use tokio_util::task::AbortOnDropHandle;
use worlds::{Crane, Note};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unloaded {
    pub place: usize,
    pub note: Option<Note>,
}

pub async fn unload(crane: &Crane, container: &str, patience: Duration) -> Unloaded {
    let mut unloading = AbortOnDropHandle::new(tokio::spawn(crane.unload(container)));
    if let Ok(place) = timeout(patience, &mut unloading).await {
        return Unloaded { place: place.expect("the crane does not panic"), note: None };
    }
    let note = crane.note(container).await;
    let place = unloading.await.expect("the crane does not panic");
    Unloaded { place, note: Some(note) }
}
