//! Error: E0599

use futures::stream::FuturesUnordered;
use worlds::{Net, NetError, Page};

pub async fn first_ok(net: &Net, mirrors: &[String]) -> Result<Page, Vec<NetError>> {
    let mut fetches: FuturesUnordered<_> = mirrors.iter().map(|mirror| net.get(mirror)).collect();
    let mut errors = Vec::new();
    while let Some(result) = fetches.next().await {
        match result {
            Ok(page) => return Ok(page),
            Err(error) => errors.push(error),
        }
    }
    Err(errors)
}
