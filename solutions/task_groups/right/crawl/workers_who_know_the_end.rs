//! Differs by: as many workers as allowed, a bell for those without a page, and a count of pages under way that tells the end.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    pin::pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::{sync::Notify, task::JoinSet};
use worlds::{Intranet, PageError};

struct Crawl {
    intranet: Intranet,
    work: Mutex<Work>,
    bell: Notify,
}

#[derive(Default)]
struct Work {
    known: BTreeSet<String>,
    waiting: VecDeque<String>,
    under_way: usize,
    pages: BTreeMap<String, Result<usize, PageError>>,
}

pub async fn crawl(
    intranet: &Intranet,
    start: &str,
    limit: usize,
) -> BTreeMap<String, Result<usize, PageError>> {
    let work = Work {
        known: BTreeSet::from([start.to_owned()]),
        waiting: VecDeque::from([start.to_owned()]),
        ..Work::default()
    };
    let (intranet, bell) = (intranet.clone(), Notify::new());
    let crawl = Arc::new(Crawl { intranet, work: Mutex::new(work), bell });
    let mut workers = JoinSet::new();
    for _ in 0..limit {
        let crawl = Arc::clone(&crawl);
        workers.spawn(async move { crawl.work_on().await });
    }
    workers.join_all().await;
    std::mem::take(&mut crawl.work().pages)
}

impl Crawl {
    async fn work_on(&self) {
        while let Some(path) = self.next().await {
            let links = self.intranet.fetch(&path).await;
            let mut work = self.work();
            for link in links.iter().flatten() {
                if link.starts_with('/') && work.known.insert(link.clone()) {
                    work.waiting.push_back(link.clone());
                }
            }
            work.pages.insert(path, links.map(|links| links.len()));
            work.under_way -= 1;
            self.bell.notify_waiters();
        }
    }

    async fn next(&self) -> Option<String> {
        loop {
            let mut rung = pin!(self.bell.notified());
            rung.as_mut().enable();
            {
                let mut work = self.work();
                if let Some(path) = work.waiting.pop_front() {
                    work.under_way += 1;
                    return Some(path);
                }
                if work.under_way == 0 {
                    return None;
                }
            }
            rung.await;
        }
    }

    fn work(&self) -> MutexGuard<'_, Work> {
        self.work.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
