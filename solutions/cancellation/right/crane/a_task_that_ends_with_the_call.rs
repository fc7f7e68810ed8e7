//! Differs by: the container is moved by a task of its own, which is aborted when the call is dropped.

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
    let mut unloading = {
        let (crane, container) = (crane.clone(), container.to_owned());
        AbortOnDropHandle::new(tokio::spawn(async move { crane.unload(&container).await }))
    };
    if let Ok(place) = timeout(patience, &mut unloading).await {
        return Unloaded { place: place.expect("the crane does not panic"), note: None };
    }
    let note = crane.note(container).await;
    let place = unloading.await.expect("the crane does not panic");
    Unloaded { place, note: Some(note) }
}
