//! Error: E0308

use futures::{StreamExt, stream::FuturesUnordered};
use worlds::{Net, NetError, Page};

pub async fn first_ok(net: &Net, mirrors: &[String]) -> Result<Page, Vec<NetError>> {
    let mut fetches = FuturesUnordered::new();
    fetches.push(async { net.get(&mirrors[0]).await });
    for mirror in &mirrors[1..] {
        fetches.push(async { net.get(mirror).await });
    }
    let mut errors = Vec::new();
    while let Some(result) = fetches.next().await {
        match result {
            Ok(page) => return Ok(page),
            Err(error) => errors.push(error),
        }
    }
    Err(errors)
}
