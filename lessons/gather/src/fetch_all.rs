//! # Concurrent calls: mirrors
//!
//! A release is copied to many mirrors, and before it is announced you look at each of them. One
//! after the other, that takes the sum of their answers; together, as long as the slowest. A dead
//! mirror is news too: it must not hide the others.
//!
//! - Read: `lessons/gather/README.md`
//! - Check: `cargo test -p gather fetch_all` or `cargo checker run gather/fetch_all`
//! - Hint: `cargo checker hint gather/fetch_all`
//! - Toolbox: `futures::future::join_all`, `futures::future::try_join_all`,
//!   `tokio::task::JoinSet`; one of them is a trap here
//! - Needs: closures, iterators

use worlds::{Net, NetError, Page};

/// Fetches every url at the same time.
///
/// The result at index `i` belongs to `urls[i]`, whichever answered first. A fetch that fails is
/// an `Err` in its own place; the others still arrive. Each url is fetched once for each time it
/// stands in `urls`. If the call is dropped, every fetch still under way is dropped with it.
pub async fn fetch_all(net: &Net, urls: &[String]) -> Vec<Result<Page, NetError>> {
    let _ = net;
    todo!("fetch {urls:?} at the same time and keep their order")
}
