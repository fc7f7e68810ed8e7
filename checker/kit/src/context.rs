//! The test that runs on this thread: its start, its journals, its panics.

use std::{
    cell::RefCell,
    env,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, Weak,
        atomic::{AtomicBool, Ordering},
    },
    task::Waker,
    thread,
    time::Duration,
};

use tokio::{runtime::Handle, task, time::Instant};
use trace::{Report, Trace};

use crate::{
    Journal, Lots, explore,
    journal::Told,
    lanes::{Lanes, millis_between},
    order::Order,
    panics::PanicRecord,
    place::Waiting,
};

thread_local! {
    static CURRENT: RefCell<Option<Arc<Context>>> = const { RefCell::new(None) };
}

/// The runs of this process. A test program has several at once, the checker's steps one.
static RUNS: Mutex<Vec<Weak<Context>>> = Mutex::new(Vec::new());

/// What belongs to one run. Its threads share it.
pub(crate) struct Context {
    start: Instant,
    state: Mutex<State>,
    lanes: Mutex<Lanes>,
    /// Whether each task is to say where it waits when it is polled.
    is_looking: AtomicBool,
    /// What each new thread is to do first.
    greetings: Mutex<Vec<Greeting>>,
}

type Greeting = Arc<dyn Fn() + Send + Sync>;

#[derive(Debug, Default)]
struct State {
    /// When the world at hand began; the first one begins with the run.
    world_start: Option<Instant>,
    journals: Vec<Journal>,
    panics: Vec<PanicRecord>,
    note: Option<String>,
    /// Where the call waited that was dropped on purpose.
    dropped: Option<Waiting>,
    /// What the next lot is drawn from.
    lots: Lots,
}

impl Context {
    pub(crate) fn starting(start: Instant) -> Arc<Context> {
        let context = Arc::new(Context {
            start,
            state: Mutex::default(),
            lanes: Mutex::default(),
            is_looking: AtomicBool::new(false),
            greetings: Mutex::default(),
        });
        let mut runs = RUNS.lock().unwrap_or_else(PoisonError::into_inner);
        runs.retain(|run| run.strong_count() > 0);
        runs.push(Arc::downgrade(&context));
        context
    }

    /// Makes this the current run of the calling thread, until the thread ends.
    pub(crate) fn enter(self: &Arc<Context>) {
        CURRENT.set(Some(Arc::clone(self)));
        // A greeting may ask for the run: no lock is held meanwhile.
        let greetings = self.greetings().clone();
        greetings.iter().for_each(|greet| greet());
    }

    pub(crate) fn on_each_thread(&self, greet: Greeting) {
        self.greetings().push(greet);
    }

    pub(crate) fn start(&self) -> Instant {
        self.start
    }

    pub(crate) fn record_panic(&self, panic: PanicRecord) {
        self.state().panics.push(panic);
    }

    pub(crate) fn panics(&self) -> Vec<PanicRecord> {
        self.state().panics.clone()
    }

    /// What to add to a failure: the circumstance under which it happened.
    pub(crate) fn note(&self) -> Option<String> {
        let state = self.state();
        let places = state.dropped.as_ref().map(Waiting::places).unwrap_or_default();
        let note = state.note.clone()?;
        Some(match places.is_empty() {
            true => note,
            false => format!("{note}{}{}", Report::WAITED_AT, places.join(" and ")),
        })
    }

    /// All journals of the run as one trace that ends at `end`.
    pub(crate) fn trace_until(&self, end: Instant) -> Trace {
        // A journal may be written while it is read; the list may not.
        let journals = self.state().journals.clone();
        let begin = self.world_start();
        let mut told = Told::default();
        let ends = journals.iter().map(|journal| told.add(journal, end));
        let end = ends.fold(millis_between(begin, end), u64::max);
        let mut order = Order::default();
        let (calls, marks) = told.into_parts(&mut order);
        let begin = millis_between(self.start, begin);
        let lanes = self.lanes();
        let strips = lanes.strips(begin, &mut order);
        let lanes = lanes.told(begin, begin + end, &mut order);
        Trace { end, calls, marks, lanes, strips, order: order.into_events(), ..Trace::empty() }
    }

    /// The virtual milliseconds since the run began.
    pub(crate) fn millis(&self) -> u64 {
        millis_between(self.start, Instant::now())
    }

    /// Draws one of `of` ways by lot: the same ones in each repetition of the run.
    pub(crate) fn draw(&self, of: usize) -> usize {
        self.state().lots.below(of)
    }

    /// The lanes of the world at hand.
    pub(crate) fn lanes(&self) -> MutexGuard<'_, Lanes> {
        // Every change is one push or one assignment: a panic leaves them whole.
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn is_looking(&self) -> bool {
        self.is_looking.load(Ordering::Relaxed)
    }

    /// Has each task that is still there, and that a façade knows, say where it waits.
    ///
    /// They are polled once more, which a future must bear at any time.
    pub(crate) async fn look_where_tasks_wait(&self) {
        self.is_looking.store(true, Ordering::Relaxed);
        let wakers = self.lanes().wakers();
        wakers.iter().for_each(Waker::wake_by_ref);
        settle().await;
    }

    /// The places at which tasks wait that a thread polls again and again without rest. Asked by
    /// another thread, until one of them has answered or `goes_on` is false.
    pub(crate) fn look_where_tasks_return(&self, goes_on: impl Fn() -> bool) -> Vec<String> {
        /// Time for a few polls.
        const PAUSE: Duration = Duration::from_millis(1);

        self.is_looking.store(true, Ordering::Relaxed);
        let mut places = Vec::new();
        while places.is_empty() && goes_on() {
            thread::sleep(PAUSE);
            places = self.lanes().places_that_woke();
        }
        self.is_looking.store(false, Ordering::Relaxed);
        places
    }

    fn world_start(&self) -> Instant {
        self.state().world_start.unwrap_or(self.start)
    }

    fn greetings(&self) -> MutexGuard<'_, Vec<Greeting>> {
        self.greetings.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The run that the calling thread belongs to.
pub(crate) fn current() -> Option<Arc<Context>> {
    // A panic while the thread is torn down may come after the thread-local is gone.
    CURRENT.try_with(|current| current.borrow().clone()).ok().flatten()
}

/// The run of this process, if the process was started for one test alone, as the checker's steps
/// are: whose a thread is that no runtime has started cannot be told otherwise. A test that ended
/// before, or one that is not the kit's, may panic while the run at hand is the only one.
pub(crate) fn only_run() -> Option<Arc<Context>> {
    if !env::args_os().any(|arg| arg == "--exact") {
        return None;
    }
    let runs = RUNS.lock().unwrap_or_else(PoisonError::into_inner);
    let mut alive = runs.iter().filter_map(Weak::upgrade);
    alive.next().filter(|_| alive.next().is_none())
}

/// Whether the process was started for this one test: what happens in it is then the test's doing.
pub(crate) fn is_only_test() -> bool {
    let is_exact = env::args_os().any(|arg| arg == "--exact");
    let names = env::args_os().skip(1).filter(|arg| !arg.to_string_lossy().starts_with('-'));
    is_exact && names.count() == 1
}

/// When the world at hand began: where its timelines begin.
pub(crate) fn world_start() -> Option<Instant> {
    current().map(|context| context.world_start())
}

pub(crate) fn register(journal: &Journal) {
    if let Some(context) = current() {
        context.state().journals.push(journal.clone());
    }
}

/// Forgets the journals so far: a new world begins, and its timeline alone is to be drawn.
pub(crate) fn begin_new_world() {
    if let Some(context) = current() {
        context.lanes().begin_new_world(context.millis());
        let mut state = context.state();
        state.journals.clear();
        state.world_start = Some(Instant::now());
    }
}

/// Sets what is added to a failure from now on.
pub(crate) fn set_note(note: Option<String>) {
    if let Some(context) = current() {
        let mut state = context.state();
        state.note = note;
        state.dropped = None;
    }
}

/// Sets where the call waited that the note is about.
pub(crate) fn set_dropped(waiting: Waiting) {
    if let Some(context) = current() {
        context.state().dropped = Some(waiting);
    }
}

/// What the current run has done so far: its journals' calls and marks, and, where a façade stands in
/// for tokio, its tasks. Empty outside a run.
///
/// In a [`repeat`](crate::repeat) or an [`at_every_poll`](crate::at_every_poll) it is the world at
/// hand.
pub fn so_far() -> Trace {
    current().map_or_else(Trace::empty, |context| context.trace_until(Instant::now()))
}

/// Lets every task run until no virtual time could pass without it.
///
/// Aborted tasks are dropped and finished ones are reaped meanwhile; no timer fires.
///
/// # Cancel safety
///
/// It keeps nothing of its own.
pub async fn settle() {
    // A task that wakes itself for ever would never let this end; a leak is then reported, and
    // rightly.
    const TURNS: usize = 64;
    for _ in 0..TURNS {
        task::yield_now().await;
    }
}

/// How many tasks of the current runtime are alive after settling.
pub(crate) async fn alive_tasks_after_settling() -> usize {
    // An explored run ends when nobody could run any more.
    if !explore::is_under_way() {
        settle().await;
    }
    Handle::current().metrics().num_alive_tasks()
}
