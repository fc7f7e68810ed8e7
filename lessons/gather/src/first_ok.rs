//! # First success: the fastest mirror wins
//!
//! A page lies on several mirrors, and you need one copy, soon. You ask all of them and take the
//! first page that comes. A mirror that fails fast has not won: it says nothing about the others.
//! Only if all fail, you want to know why each one did.
//!
//! - Read: `lessons/gather/README.md`
//! - Check: `cargo test -p gather first_ok` or `cargo checker run gather/first_ok`
//! - Hint: `cargo checker hint gather/first_ok`
//! - Toolbox: `futures::stream::FuturesUnordered`, `futures::StreamExt`,
//!   `futures::future::select_ok`; one of them is a trap here
//! - Needs: iterators, `Option`

use worlds::{Net, NetError, Page};

/// Asks every mirror at the same time, each one once, and gives the page that comes first.
///
/// A mirror that fails does not end the race, however fast it fails and however many run.
///
/// # Errors
///
/// If no mirror gave a page: the error of each, in the order of `mirrors`. Without mirrors, that
/// is an empty list.
///
/// # Cancel safety
///
/// When the call ends or is dropped, no fetch goes on.
pub async fn first_ok(net: &Net, mirrors: &[String]) -> Result<Page, Vec<NetError>> {
    let _ = net;
    todo!("ask {mirrors:?} at the same time and give the first page that comes")
}
