//! Error: E0521

use tokio::task::JoinSet;
use worlds::{Net, NetError, Page};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Harvest {
    pub ok: Vec<(String, Page)>,
    pub failed: Vec<(String, NetError)>,
    pub canceled: Vec<String>,
}

pub async fn harvest(net: &Net, urls: &[String], max_failures: usize) -> Harvest {
    let mut tasks = JoinSet::new();
    for url in urls {
        tasks.spawn(net.get(url));
    }
    let mut harvest = Harvest::default();
    while let Some(result) = tasks.join_next().await {
        if result.expect("no fetch panics").is_err() && max_failures == 0 {
            break;
        }
    }
    harvest.canceled = urls.to_vec();
    harvest
}
