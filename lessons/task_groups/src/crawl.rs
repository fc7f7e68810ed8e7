//! # Growing group: a crawler for the intranet
//!
//! The pages of an intranet are to be checked, and nobody has a list of them: there is a first page,
//! and each page names others. So the work grows while it is done. Pages lead back to each other, a
//! few are slow, and the server minds if too many are asked for at once.
//!
//! - Read: `lessons/task_groups/README.md`
//! - Check: `cargo test -p task_groups crawl` or `cargo checker run task_groups/crawl`
//! - Hint: `cargo checker hint task_groups/crawl`
//! - Toolbox: `JoinSet::spawn`, `JoinSet::len`, `std::collections::VecDeque`,
//!   `std::collections::BTreeSet`, `tokio::sync::mpsc`; one of them is a trap here
//! - Needs: `Result`, `VecDeque`, moving into an `async` block

use std::collections::BTreeMap;

use worlds::{Intranet, PageError};

/// Fetches the page `start`, every page that it links to, every page that those link to, and so on.
/// For each page it tells how many links stand on it, the same one twice being two, or why it could
/// not be fetched.
///
/// A link that does not begin with `/` leads out of the intranet: it counts as a link, and is not
/// followed. Pages may link to each other and to themselves in any way; each is fetched once.
///
/// Up to `limit` pages, at least 1, are fetched at the same time, never more. While fewer are under
/// way, no page waits that is known to be there.
///
/// # Cancel safety
///
/// If it is dropped, every fetch under way is dropped too.
pub async fn crawl(
    intranet: &Intranet,
    start: &str,
    limit: usize,
) -> BTreeMap<String, Result<usize, PageError>> {
    let _ = intranet;
    todo!("fetch every page that can be reached from {start:?}, up to {limit} at the same time")
}
