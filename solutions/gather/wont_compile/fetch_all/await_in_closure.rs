//! Error: E0728

use worlds::{Net, NetError, Page};

pub async fn fetch_all(net: &Net, urls: &[String]) -> Vec<Result<Page, NetError>> {
    urls.iter().map(|url| net.get(url).await).collect()
}
