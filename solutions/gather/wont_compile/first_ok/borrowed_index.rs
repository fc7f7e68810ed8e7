//! Error: E0597

use futures::{StreamExt, stream::FuturesUnordered};
use worlds::{Net, NetError, Page};

pub async fn first_ok(net: &Net, mirrors: &[String]) -> Result<Page, Vec<NetError>> {
    let mut fetches = FuturesUnordered::new();
    for (i, mirror) in mirrors.iter().enumerate() {
        fetches.push(async { (i, net.get(mirror).await) });
    }
    let mut errors = vec![None; mirrors.len()];
    while let Some((i, result)) = fetches.next().await {
        match result {
            Ok(page) => return Ok(page),
            Err(error) => errors[i] = Some(error),
        }
    }
    Err(errors.into_iter().flatten().collect())
}
