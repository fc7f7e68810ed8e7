//! Error: E0521

use worlds::{Net, NetError, Page};

pub async fn fetch_all(net: &Net, urls: &[String]) -> Vec<Result<Page, NetError>> {
    let mut tasks = Vec::new();
    for url in urls {
        tasks.push(tokio::spawn(net.get(url)));
    }
    let mut pages = Vec::new();
    for task in tasks {
        pages.push(task.await.expect("no fetch panics"));
    }
    pages
}
