//! Differs by: each fetch sends its page into a channel, and a `select!` takes the first one or all errors.

use futures::future::join_all;
use tokio::sync::mpsc;
use worlds::{Net, NetError, Page};

pub async fn first_ok(net: &Net, mirrors: &[String]) -> Result<Page, Vec<NetError>> {
    let (sender, mut pages) = mpsc::channel(1);
    let fetches = join_all(mirrors.iter().map(async |mirror| match net.get(mirror).await {
        // Only the first page finds room, and only the first one is needed.
        Ok(page) => sender.try_send(page).err().map(|_| NetError::of(mirror)),
        Err(error) => Some(error),
    }));
    tokio::select! {
        biased;
        errors = fetches => match pages.try_recv() {
            Ok(page) => Ok(page),
            Err(_) => Err(errors.into_iter().flatten().collect()),
        },
        Some(page) = pages.recv() => Ok(page),
    }
}
