//! # Partial failure: stop after three failures
//!
//! A harvest fetches a long list of pages. A few failures are normal; three mean that something is
//! wrong with the network, and the harvest is to stop and say how far it came. This code compiles,
//! carries the limit, and stops nothing. Mend it.
//!
//! - Read: `lessons/gather/README.md`
//! - Check: `cargo test -p gather harvest` or `cargo checker run gather/harvest`
//! - Hint: `cargo checker hint gather/harvest`
//! - Toolbox: `futures::stream::FuturesUnordered`, `futures::StreamExt`,
//!   `futures::future::try_join_all`; one of them is a trap here
//! - Needs: iterators, `Option`, `match`

use futures::future::join_all;
use worlds::{Net, NetError, Page};

/// How far a harvest came. Every url is in exactly one of the lists, once for each time it was
/// asked for; each list keeps the order of the urls.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Harvest {
    /// The pages that came.
    pub ok: Vec<(String, Page)>,
    /// The fetches that failed.
    pub failed: Vec<(String, NetError)>,
    /// The urls whose fetch had not ended when the harvest stopped.
    pub canceled: Vec<String>,
}

/// Fetches every url at the same time, and stops at the moment in which `max_failures` of them have
/// failed; 0 counts as 1.
///
/// With fewer failures, it ends when every fetch has ended.
///
/// # Cancel safety
///
/// When the call ends or is dropped, no fetch goes on.
pub async fn harvest(net: &Net, urls: &[String], max_failures: usize) -> Harvest {
    let results = join_all(urls.iter().map(|url| net.get(url))).await;
    let mut harvest = Harvest::default();
    for (url, result) in urls.iter().zip(results) {
        match result {
            Ok(page) => harvest.ok.push((url.clone(), page)),
            Err(error) => harvest.failed.push((url.clone(), error)),
        }
        if harvest.failed.len() > max_failures {
            break;
        }
    }
    harvest
}
