//! Error: E0382

use std::time::Duration;

use tokio::{join, time::timeout};
use worlds::{Crane, Note};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unloaded {
    pub place: usize,
    pub note: Option<Note>,
}

pub async fn unload(crane: &Crane, container: &str, patience: Duration) -> Unloaded {
    let unloading = crane.unload(container);
    if let Ok(place) = timeout(patience, unloading).await {
        return Unloaded { place, note: None };
    }
    let (place, note) = join!(unloading, crane.note(container));
    Unloaded { place, note: Some(note) }
}
