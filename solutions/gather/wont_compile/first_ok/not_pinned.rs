//! Error: E0277

use futures::future::select_ok;
use worlds::{Net, NetError, Page};

pub async fn first_ok(net: &Net, mirrors: &[String]) -> Result<Page, Vec<NetError>> {
    match select_ok(mirrors.iter().map(|mirror| net.get(mirror))).await {
        Ok((page, _losers)) => Ok(page),
        Err(error) => Err(vec![error]),
    }
}
