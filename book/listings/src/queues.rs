//! Queues: who waits when it is full, and how it ends.

use std::{cell::Cell, rc::Rc, sync::Arc, time::Duration};

use tokio::{
    sync::{
        Mutex,
        mpsc::{self, Receiver, Sender, error::SendTimeoutError},
    },
    task::{JoinSet, yield_now},
    time::timeout,
};

use crate::{
    harbors::Harbors,
    say::say,
    schedules::{Ended, Ending, Program},
};

/// The harbors of the producer: each needs 40 ms, and Bergen 100.
const ROUND: [&str; 5] = ["oslo", "molde", "narvik", "vardo", "bergen"];

/// Sends five names through a queue with room for `room`, and asks each harbor.
///
/// # Cancel safety
///
/// Dropping it drops the question under way, and the producer ends with the receiver.
// ANCHOR: rounds
pub async fn rounds(harbors: &Harbors, room: usize) {
    let (sender, mut receiver) = mpsc::channel(room);
    let producer = tokio::spawn(async move {
        for name in ROUND {
            let Ok(()) = sender.send(name).await else { return };
        }
        say("all names are sent");
    });
    while let Some(name) = receiver.recv().await {
        harbors.level(name).await.expect("it answers");
    }
    say("the queue has ended");
    producer.await.expect("it does not panic");
}
// ANCHOR_END: rounds

/// The harbors that the workers ask: Bergen needs 100 ms, and each of the others 40.
pub const NAMES: [&str; 5] = ["bergen", "oslo", "molde", "narvik", "vardo"];

/// Has `workers` workers ask the harbors, and gives what each of them heard, in the order
/// in which they ended.
///
/// # Cancel safety
///
/// Dropping it aborts the workers; no other harbor is asked.
// ANCHOR: patrol
pub async fn patrol(harbors: &Harbors, workers: usize) -> Vec<Vec<u32>> {
    let (sender, receiver) = mpsc::channel(2);
    let receiver = Arc::new(Mutex::new(receiver));
    let mut group = JoinSet::new();
    for _ in 0..workers {
        group.spawn(work(harbors.clone(), receiver.clone()));
    }
    drop(receiver); // so that `send` fails if all workers are gone
    for name in NAMES {
        sender.send(name).await.expect("a worker is there");
    }
    drop(sender); // the end: every worker gets a `None`
    group.join_all().await
}

type Names = Arc<Mutex<Receiver<&'static str>>>;

async fn work(harbors: Harbors, names: Names) -> Vec<u32> {
    let mut levels = Vec::new();
    loop {
        let next = names.lock().await.recv().await; // and the lock is free
        let Some(name) = next else { return levels };
        levels.extend(harbors.level(name).await);
    }
}
// ANCHOR_END: patrol

/// The same, but nobody drops the sender: it never ends.
///
/// # Cancel safety
///
/// As [`patrol`].
pub async fn endless(harbors: &Harbors, workers: usize) -> Vec<Vec<u32>> {
    let (sender, receiver) = mpsc::channel(2);
    let receiver = Arc::new(Mutex::new(receiver));
    let mut group = JoinSet::new();
    for _ in 0..workers {
        group.spawn(work(harbors.clone(), receiver.clone()));
    }
    // ANCHOR: endless
    for name in NAMES {
        sender.send(name).await.expect("a worker is there");
    }
    group.join_all().await
    // ANCHOR_END: endless
}

/// The same, but a worker keeps its turn while it asks: one works, the others wait.
///
/// # Cancel safety
///
/// As [`patrol`].
pub async fn one_at_a_time(harbors: &Harbors, workers: usize) -> Vec<Vec<u32>> {
    let (sender, receiver) = mpsc::channel(2);
    let receiver = Arc::new(Mutex::new(receiver));
    let mut group = JoinSet::new();
    for _ in 0..workers {
        group.spawn(work_and_hold(harbors.clone(), receiver.clone()));
    }
    drop(receiver);
    for name in NAMES {
        sender.send(name).await.expect("a worker is there");
    }
    drop(sender);
    group.join_all().await
}

async fn work_and_hold(harbors: Harbors, names: Names) -> Vec<u32> {
    let mut levels = Vec::new();
    // ANCHOR: held
    while let Some(name) = names.lock().await.recv().await {
        levels.extend(harbors.level(name).await);
    }
    // ANCHOR_END: held
    levels
}

/// Sends to a full queue and does not wait for ever, in two ways.
///
/// # Cancel safety
///
/// Dropping it loses the message that waits for room.
// ANCHOR: impatient
pub async fn impatient(sender: &Sender<&'static str>) {
    let limit = Duration::from_millis(10);
    if timeout(limit, sender.send("bergen")).await.is_err() {
        say("no room, and bergen is lost");
    }
    let sent = sender.send_timeout("molde", limit).await;
    if let Err(SendTimeoutError::Timeout(name)) = sent {
        say(format!("no room, and {name} is back"));
    }
}
// ANCHOR_END: impatient

/// Puts two names into the queue.
///
/// # Cancel safety
///
/// Dropping it loses the name that waits for room.
async fn deliver(sender: Sender<&'static str>) {
    for name in ["oslo", "bergen"] {
        match sender.send(name).await {
            Ok(()) => say(format!("{name} is in the queue")),
            Err(_) => say(format!("nobody takes {name}")),
        }
        yield_now().await; // looks up the next name
    }
}

/// The worker's end of a queue of names.
type Inbox = Receiver<&'static str>;

/// Asks until the queue is empty.
///
/// # Cancel safety
///
/// Dropping it drops the question under way.
// ANCHOR: until_empty
async fn until_empty(mut names: Inbox, asked: &Cell<usize>) {
    while let Ok(name) = names.try_recv() {
        say(format!("{name} is asked"));
        asked.update(|asked| asked + 1);
        yield_now().await; // waits for the answer
    }
    say("the queue is empty");
}
// ANCHOR_END: until_empty

/// Asks until the queue has ended.
///
/// # Cancel safety
///
/// Dropping it drops the question under way.
// ANCHOR: until_the_end
async fn until_the_end(mut names: Inbox, asked: &Cell<usize>) {
    while let Some(name) = names.recv().await {
        say(format!("{name} is asked"));
        asked.update(|asked| asked + 1);
        yield_now().await; // waits for the answer
    }
    say("the queue has ended");
}
// ANCHOR_END: until_the_end

/// A producer, and a worker that goes home when the queue is empty.
pub fn home_when_empty() -> Program {
    let (sender, names) = mpsc::channel(2);
    let asked = Rc::new(Cell::new(0));
    let seen = asked.clone();
    Program {
        futures: vec![
            ("producer", Box::pin(deliver(sender))),
            ("worker", Box::pin(async move { until_empty(names, &asked).await })),
        ],
        judge: Box::new(move |ended| judge(ended, seen.get())),
    }
}

/// A producer, and a worker that goes home when the queue has ended.
pub fn home_at_the_end() -> Program {
    let (sender, names) = mpsc::channel(2);
    let asked = Rc::new(Cell::new(0));
    let seen = asked.clone();
    Program {
        futures: vec![
            ("producer", Box::pin(deliver(sender))),
            ("worker", Box::pin(async move { until_the_end(names, &asked).await })),
        ],
        judge: Box::new(move |ended| judge(ended, seen.get())),
    }
}

fn judge(ended: Ended, asked: usize) -> Ending {
    let text = match (ended, asked) {
        (Ended::Stuck, _) => "Somebody waits for ever.",
        (Ended::Done, 0) => "The worker went home before the first name came.",
        (Ended::Done, 1) => "The worker went home, and Bergen was never asked.",
        (Ended::Done, _) => "Both harbors were asked.",
    };
    Ending { is_found: (ended, asked) != (Ended::Done, 2), text: text.to_owned() }
}
