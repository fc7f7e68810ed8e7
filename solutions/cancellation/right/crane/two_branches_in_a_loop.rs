//! Differs by: a `select!` in a loop polls the container and the note, each as long as it is missing.

use std::{pin::pin, time::Duration};

use tokio::{select, time::sleep};
use worlds::{Crane, Note};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unloaded {
    pub place: usize,
    pub note: Option<Note>,
}

pub async fn unload(crane: &Crane, container: &str, patience: Duration) -> Unloaded {
    let mut unloading = pin!(crane.unload(container));
    select! {
        place = &mut unloading => return Unloaded { place, note: None },
        () = sleep(patience) => {}
    }
    let mut writing = pin!(crane.note(container));
    let (mut unloaded, mut written) = (None, None);
    loop {
        select! {
            place = &mut unloading, if unloaded.is_none() => unloaded = Some(place),
            note = &mut writing, if written.is_none() => written = Some(note),
            else => {
                let place = unloaded.expect("its branch is out only when it is there");
                return Unloaded { place, note: written };
            }
        }
    }
}
