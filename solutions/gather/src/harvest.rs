//! `harvest`, solved: count the failures while they come, not afterwards.

use futures::{StreamExt, stream::FuturesUnordered};
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

/// Fetches every url at the same time, and stops at the moment in which the failures are
/// `max_failures`; 0 allows none and stops at the first failure too.
///
/// # Cancel safety
///
/// When the call ends or is dropped, no fetch goes on.
pub async fn harvest(net: &Net, urls: &[String], max_failures: usize) -> Harvest {
    let fetches = urls.iter().enumerate();
    let mut fetches: FuturesUnordered<_> =
        fetches.map(async |(place, url)| (place, net.get(url).await)).collect();

    // One place for each url: what is still `None` at the end was canceled, and nothing is lost.
    let mut results = vec![None; urls.len()];
    let mut failures = 0;
    while let Some((place, result)) = fetches.next().await {
        let has_failed = result.is_err();
        results[place] = Some(result);
        failures += usize::from(has_failed);
        // Asked only after a failure, so that a limit of 0 does not stop a harvest without one.
        if has_failed && failures >= max_failures {
            break;
        }
    }
    // The fetches under way end here, not when somebody gets around to it.
    drop(fetches);

    let mut harvest = Harvest::default();
    for (url, result) in urls.iter().cloned().zip(results) {
        match result {
            Some(Ok(page)) => harvest.ok.push((url, page)),
            Some(Err(error)) => harvest.failed.push((url, error)),
            None => harvest.canceled.push(url),
        }
    }
    harvest
}
