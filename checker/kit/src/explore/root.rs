//! The body of an explored run, and its end.

use std::{
    future::Future,
    panic::resume_unwind,
    pin::Pin,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Wake, Waker},
};

use super::{
    actor::Actor,
    scheduler::{End, Scheduler},
};

/// The payload that ends a run which takes turns without end.
#[derive(Debug)]
pub(crate) struct TooManyTurns;

/// Runs the body as the first actor, until the scheduler says that the run is at its end.
///
/// It is ready when the body is, and nobody else could run at that moment.
pub(crate) struct Root {
    body: Actor<Pin<Box<dyn Future<Output = ()>>>>,
    is_done: bool,
    alarm: Arc<Alarm>,
    waker: Waker,
}

/// Whether the body was woken. Not every poll of the root is meant for it.
#[derive(Debug)]
struct Alarm {
    rang: AtomicBool,
    root: Mutex<Option<Waker>>,
}

impl Root {
    /// The body of the run that this thread's scheduler was installed for.
    pub(crate) fn new(body: Pin<Box<dyn Future<Output = ()>>>) -> Root {
        let alarm = Arc::new(Alarm { rang: AtomicBool::new(true), root: Mutex::default() });
        let waker = Waker::from(Arc::clone(&alarm));
        Root { body: Actor::new(body, None), is_done: false, alarm, waker }
    }
}

impl Future for Root {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        self.alarm.set_root(cx.waker());
        let old = Scheduler::with(|scheduler| scheduler.set_root(cx.waker().clone()));
        drop(old);

        match Scheduler::with(|scheduler| scheduler.end_of_run()).flatten() {
            // Without the panic hook: this is a verdict, not a crash.
            Some(End::TooManyTurns) => resume_unwind(Box::new(TooManyTurns)),
            Some(End::Done) => {
                Scheduler::with(Scheduler::close);
                return Poll::Ready(());
            }
            None => {}
        }
        if self.alarm.rang.swap(false, Ordering::SeqCst) && !self.is_done {
            let waker = self.waker.clone();
            let polled = Pin::new(&mut self.body).poll(&mut Context::from_waker(&waker));
            self.is_done = polled.is_ready();
        }
        Poll::Pending
    }
}

impl Alarm {
    fn set_root(&self, waker: &Waker) {
        let mut root = self.root.lock().unwrap_or_else(PoisonError::into_inner);
        let old = match &*root {
            Some(known) if known.will_wake(waker) => None,
            _ => root.replace(waker.clone()),
        };
        drop(root);
        drop(old);
    }
}

impl Wake for Alarm {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.rang.store(true, Ordering::SeqCst);
        let root = self.root.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(root) = root {
            root.wake();
        }
    }
}
