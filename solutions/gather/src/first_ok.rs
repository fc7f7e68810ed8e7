//! `first_ok`, solved: take the results as they come, and keep going after an error.

use futures::{StreamExt, stream::FuturesUnordered};
use worlds::{Net, NetError, Page};

/// Asks every mirror at the same time, each one once, and gives the page that comes first.
///
/// # Errors
///
/// If no mirror gave a page: the error of each, in the order of `mirrors`.
///
/// # Cancel safety
///
/// When the call ends or is dropped, no fetch goes on.
pub async fn first_ok(net: &Net, mirrors: &[String]) -> Result<Page, Vec<NetError>> {
    // The results come in the order in which they are ready: each brings the place of its mirror.
    let fetches = mirrors.iter().enumerate();
    let mut fetches: FuturesUnordered<_> =
        fetches.map(async |(place, mirror)| (place, net.get(mirror).await)).collect();

    // `select_ok` would keep only the last error, and panic without mirrors. `try_join_all` with
    // `Ok` and `Err` swapped looks right, but from 31 futures on it takes them in list order
    // (rust-lang/futures-rs#2866).
    let mut errors = vec![None; mirrors.len()];
    while let Some((place, result)) = fetches.next().await {
        match result {
            // Returning drops the set, and with it the fetches that lost.
            Ok(page) => return Ok(page),
            Err(error) => errors[place] = Some(error),
        }
    }
    // Every fetch has ended with an error, so no place is empty.
    Err(errors.into_iter().flatten().collect())
}
