//! Ordinary code on tokio, with the bugs that one order of the tasks shows and another hides, each
//! beside the same without the bug.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

use tokio::{
    sync::{Mutex, Notify, mpsc},
    task::{JoinSet, yield_now},
    time::{Duration, interval, sleep},
};

/// Reads under one lock, writes under another, and waits between them.
pub async fn lost_update(tasks: u64) -> u64 {
    let count = Arc::new(Mutex::new(0));
    let mut set = JoinSet::new();
    for _ in 0..tasks {
        let count = Arc::clone(&count);
        set.spawn(async move {
            let before = *count.lock().await;
            yield_now().await;
            *count.lock().await = before + 1;
        });
    }
    while let Some(ended) = set.join_next().await {
        ended.expect("no task panics");
    }
    *count.lock().await
}

/// The same without an await between the two locks but those of the locks themselves: on one
/// thread, tokio alone never shows it.
pub async fn subtle_lost_update(tasks: u64) -> u64 {
    let count = Arc::new(Mutex::new(0));
    let mut handles = Vec::new();
    for _ in 0..tasks {
        let count = Arc::clone(&count);
        handles.push(tokio::spawn(async move {
            let before = { *count.lock().await };
            *count.lock().await = before + 1;
        }));
    }
    for handle in handles {
        handle.await.expect("no task panics");
    }
    *count.lock().await
}

/// Reads and writes under one lock.
pub async fn right_update(tasks: u64) -> u64 {
    let count = Arc::new(Mutex::new(0));
    let mut set = JoinSet::new();
    for _ in 0..tasks {
        let count = Arc::clone(&count);
        set.spawn(async move {
            let mut count = count.lock().await;
            let before = *count;
            yield_now().await;
            *count = before + 1;
        });
    }
    set.join_all().await;
    *count.lock().await
}

/// Two tasks take two locks; `is_ordered` says whether both take the same one first.
pub async fn two_locks(is_ordered: bool) {
    let (left, right) = (Arc::new(Mutex::new(())), Arc::new(Mutex::new(())));
    let (first, second) = (Arc::clone(&left), Arc::clone(&right));
    let one = tokio::spawn(async move {
        let _first = first.lock().await;
        let _second = second.lock().await; // stuck here
    });
    let (first, second) = if is_ordered { (left, right) } else { (right, left) };
    let other = tokio::spawn(async move {
        let _first = first.lock().await;
        let _second = second.lock().await; // stuck here
    });
    one.await.expect("no task panics"); // stuck here
    other.await.expect("no task panics");
}

/// Looks whether the door is open, and only then begins to listen for the bell.
pub async fn lost_wake_up() {
    let (is_open, bell) = (Arc::new(AtomicBool::new(false)), Arc::new(Notify::new()));
    let guest = tokio::spawn({
        let (is_open, bell) = (Arc::clone(&is_open), Arc::clone(&bell));
        async move {
            while !is_open.load(Ordering::SeqCst) {
                knock().await;
                bell.notified().await; // stuck here
            }
        }
    });
    tokio::spawn(async move {
        is_open.store(true, Ordering::SeqCst);
        bell.notify_waiters();
    });
    guest.await.expect("no task panics"); // stuck here
}

/// Listens for the bell first, and then looks whether the door is open.
pub async fn kept_wake_up() {
    let (is_open, bell) = (Arc::new(AtomicBool::new(false)), Arc::new(Notify::new()));
    let guest = tokio::spawn({
        let (is_open, bell) = (Arc::clone(&is_open), Arc::clone(&bell));
        async move {
            loop {
                let rung = bell.notified();
                if is_open.load(Ordering::SeqCst) {
                    break;
                }
                knock().await;
                rung.await;
            }
        }
    });
    tokio::spawn(async move {
        is_open.store(true, Ordering::SeqCst);
        bell.notify_waiters();
    });
    guest.await.expect("no task panics");
}

async fn knock() {
    yield_now().await;
}

/// Adds up what comes, in a branch that waits once more after it has taken the number.
pub async fn cut_branch() -> u64 {
    let (sender, mut receiver) = mpsc::channel(1);
    let sum = AtomicU64::new(0);
    tokio::spawn(send_three(sender));
    let mut tick = interval(Duration::from_millis(10));
    loop {
        tokio::select! {
            number = async {
                let number = receiver.recv().await?;
                yield_now().await;
                sum.fetch_add(number, Ordering::SeqCst);
                Some(number)
            } => if number.is_none() { break },
            _ = tick.tick() => {}
        }
    }
    sum.into_inner()
}

/// Adds up what comes, with nothing after `recv` in the branch.
pub async fn whole_branch() -> u64 {
    let (sender, mut receiver) = mpsc::channel(1);
    let mut sum = 0;
    tokio::spawn(send_three(sender));
    let mut tick = interval(Duration::from_millis(10));
    loop {
        tokio::select! {
            number = receiver.recv() => match number {
                Some(number) => {
                    yield_now().await;
                    sum += number;
                }
                None => break,
            },
            _ = tick.tick() => {}
        }
    }
    sum
}

async fn send_three(sender: mpsc::Sender<u64>) {
    for number in 1..=3 {
        sender.send(number).await.expect("somebody listens");
        sleep(Duration::from_millis(10)).await;
    }
}
