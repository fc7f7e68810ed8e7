//! # Futurelock: a container that nobody moves
//!
//! A ship asks the crane for a container. If it has waited too long, it asks the driver for a note
//! about the delay as well: without one, nobody pays for the time. The driver does one thing at a
//! time, in the order of asking. On quiet days all is well; on a busy day, the first note that is
//! asked for stops the whole port, without an error. The code compiles. Mend it.
//!
//! - Read: `lessons/cancellation/README.md`
//! - Check: `cargo test -p cancellation crane` or `cargo checker run cancellation/crane`
//! - Hint: `cargo checker hint cancellation/crane`
//! - Toolbox: `tokio::join!`, `tokio::spawn`, `tokio_util::task::AbortOnDropHandle`; one of them is
//!   a trap here
//! - Needs: `Option`, pinned futures

use std::{pin::pin, time::Duration};

use tokio::{select, time::sleep};
use worlds::{Crane, Note};

/// A container on the quay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unloaded {
    /// Its place, from 1 on.
    pub place: usize,
    /// The driver's note, if it was late.
    pub note: Option<Note>,
}

/// Unloads `container` and tells its place on the quay.
///
/// The crane is asked for it with the call, once, and it keeps its turn. If the container does not
/// stand on the quay after `patience`, the driver is asked for a note, then and once, and the note
/// comes with the place. If both happen at the same time, a note is asked for or not.
///
/// # Cancel safety
///
/// Dropping the call gives up its turn, or the container in the air, and its note: nothing of the
/// call goes on.
pub async fn unload(crane: &Crane, container: &str, patience: Duration) -> Unloaded {
    let mut unloading = pin!(crane.unload(container));
    select! {
        place = &mut unloading => return Unloaded { place, note: None },
        () = sleep(patience) => {}
    }
    let note = crane.note(container).await;
    let place = unloading.await;
    Unloaded { place, note: Some(note) }
}
