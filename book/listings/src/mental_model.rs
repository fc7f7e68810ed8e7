//! The mental model: an executor in seventy lines, with a clock of its own.

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, VecDeque},
    future::{Future, poll_fn},
    pin::Pin,
    rc::Rc,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, Wake, Waker},
};

use tokio::task::yield_now;

use crate::{
    say::say,
    schedules::{Ended, Ending, Program},
};

// ANCHOR: clock
thread_local! {
    static CLOCK: RefCell<Clock> = RefCell::default();
}

#[derive(Default)]
struct Clock {
    now: u64,
    timers: BTreeMap<u64, Vec<Waker>>, // whom to wake at which millisecond
}

fn nap(millis: u64) -> impl Future<Output = ()> {
    let until = CLOCK.with_borrow(|clock| clock.now) + millis;
    poll_fn(move |cx| {
        CLOCK.with_borrow_mut(|clock| {
            if clock.now >= until {
                return Poll::Ready(());
            }
            clock.timers.entry(until).or_default().push(cx.waker().clone());
            Poll::Pending
        })
    })
}
// ANCHOR_END: clock

/// A future with a name, until it is done.
// ANCHOR: executor
pub struct Task {
    pub name: &'static str,
    pub future: Option<Pin<Box<dyn Future<Output = ()>>>>,
}

type Woken = Arc<Mutex<VecDeque<usize>>>; // tasks to poll, in order

struct Bell {
    task: usize,
    woken: Woken,
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        lock(&self.woken).push_back(self.task);
    }
}

pub fn run(mut tasks: Vec<Task>) {
    let woken: Woken = Arc::new(Mutex::new((0..tasks.len()).collect()));
    loop {
        let next = lock(&woken).pop_front();
        if next.is_none() && !jump_to_next_timer() {
            return; // nobody was woken, and no timer is set
        }
        let Some(number) = next else { continue };
        let task = &mut tasks[number];
        let Some(future) = &mut task.future else { continue }; // has ended
        let bell = Bell { task: number, woken: woken.clone() };
        let waker = Waker::from(Arc::new(bell));
        match future.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Pending => note(task.name, "pending"),
            Poll::Ready(()) => {
                note(task.name, "ready");
                task.future = None; // dropped: it is over
            }
        }
    }
}

fn jump_to_next_timer() -> bool {
    CLOCK.with_borrow_mut(|clock| {
        let next = clock.timers.pop_first();
        let Some((at, wakers)) = next else { return false };
        clock.now = at;
        wakers.into_iter().for_each(Waker::wake);
        true
    })
}
// ANCHOR_END: executor

fn lock(woken: &Mutex<VecDeque<usize>>) -> MutexGuard<'_, VecDeque<usize>> {
    woken.lock().unwrap_or_else(PoisonError::into_inner)
}

fn note(name: &str, answer: &str) {
    let now = CLOCK.with_borrow(|clock| clock.now);
    POLLS.with_borrow_mut(|polls| polls.push((name.to_owned(), now)));
    say(format!("{now:>3} ms  {name}: {answer}"));
}

thread_local! {
    static POLLS: RefCell<Vec<(String, u64)>> = const { RefCell::new(Vec::new()) };
}

/// The polls of this thread's runs: whose, and at which millisecond.
pub fn polls() -> Vec<(String, u64)> {
    POLLS.with_borrow(Clone::clone)
}

/// Two tasks, of which one naps twice.
// ANCHOR: program
pub fn two_naps() {
    let bergen = async {
        nap(30).await;
        nap(70).await;
    };
    let oslo = nap(40);
    run(vec![
        Task { name: "bergen", future: Some(Box::pin(bergen)) },
        Task { name: "oslo", future: Some(Box::pin(oslo)) },
    ]);
}
// ANCHOR_END: program

/// Waits for a flag, and leaves no waker with it.
// ANCHOR: forgetful
async fn reader(flag: &Cell<bool>) {
    say("the reader looks");
    let look = |_cx: &mut Context<'_>| match flag.get() {
        true => Poll::Ready(()),
        false => Poll::Pending,
    };
    poll_fn(look).await;
    say("the reader sees the flag");
}

async fn writer(flag: &Cell<bool>) {
    say("the writer is on the way");
    yield_now().await;
    flag.set(true);
    say("the flag is up");
}
// ANCHOR_END: forgetful

/// Somebody who waits for a flag, and somebody who raises it.
pub fn forgetful() -> Program {
    let flag = Rc::new(Cell::new(false));
    let (read, raised) = (Rc::clone(&flag), flag);
    Program {
        futures: vec![
            ("reader", Box::pin(async move { reader(&read).await })),
            ("writer", Box::pin(async move { writer(&raised).await })),
        ],
        judge: Box::new(|ended| match ended {
            Ended::Done => {
                Ending { is_found: false, text: "The reader came late enough.".to_owned() }
            }
            Ended::Stuck => Ending {
                is_found: true,
                text: "The flag is up, and nobody wakes the reader.".to_owned(),
            },
        }),
    }
}
