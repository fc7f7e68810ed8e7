//! `crane`, solved: a future that was polled and is still wanted is polled until it ends.

use std::{pin::pin, time::Duration};

use tokio::{join, time::timeout};
use worlds::{Crane, Note};

/// A container on the quay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unloaded {
    /// Its place, from 1 on.
    pub place: usize,
    /// The driver's note, if it was late.
    pub note: Option<Note>,
}

/// Unloads `container` and tells its place on the quay; after `patience` it asks for a note.
///
/// # Cancel safety
///
/// Dropping the call gives up its turn, or the container in the air, and its note: nothing of the
/// call goes on.
pub async fn unload(crane: &Crane, container: &str, patience: Duration) -> Unloaded {
    let mut unloading = pin!(crane.unload(container));
    // By reference: at the limit it is not dropped, and so it keeps its turn.
    if let Ok(place) = timeout(patience, &mut unloading).await {
        return Unloaded { place, note: None };
    }
    // From its first poll on, `unloading` stands in line for the driver or has him already. Whoever
    // awaits something else now, and not this future, lets it stand there: the driver is given to
    // somebody who does not come, and all who ask after that wait for ever. So both are polled.
    let (place, note) = join!(unloading, crane.note(container));
    Unloaded { place, note: Some(note) }
}
