//! Rejected by: step_4_as_many_at_once_as_allowed
//! Outcome: wrong_answer
//! Why people write it: an empty queue looks like the end, and is one only if nobody is at work who may fill it.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::task::JoinSet;
use worlds::{Intranet, PageError};

#[derive(Default)]
struct Work {
    known: BTreeSet<String>,
    waiting: VecDeque<String>,
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
    let work = Arc::new(Mutex::new(work));
    let mut workers = JoinSet::new();
    for _ in 0..limit {
        workers.spawn(work_on(intranet.clone(), Arc::clone(&work)));
    }
    while workers.join_next().await.is_some() {}
    std::mem::take(&mut lock(&work).pages)
}

async fn work_on(intranet: Intranet, work: Arc<Mutex<Work>>) {
    loop {
        let Some(path) = lock(&work).waiting.pop_front() else { return };
        let links = intranet.fetch(&path).await;
        let mut work = lock(&work);
        for link in links.iter().flatten() {
            if link.starts_with('/') && work.known.insert(link.clone()) {
                work.waiting.push_back(link.clone());
            }
        }
        work.pages.insert(path, links.map(|links| links.len()));
    }
}

fn lock(work: &Mutex<Work>) -> MutexGuard<'_, Work> {
    work.lock().unwrap_or_else(PoisonError::into_inner)
}
