//! Watches the thread of a test from outside: a thread that waits or computes outside the runtime
//! stops virtual time, and no timer can tell.
//!
//! Only the states of threads decide, never how long a test took: on a loaded machine a thread that
//! wants to run and is not let is neither blocked nor busy.

use std::{
    cell::RefCell,
    fmt,
    panic::resume_unwind,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, Weak,
        atomic::{AtomicBool, AtomicU64, Ordering},
        mpsc::{Receiver, RecvTimeoutError},
    },
    time::{Duration, Instant as WallInstant},
};

use tokio::time::Instant;

use kit_probe::Watch;

use crate::{
    context::Context,
    thread_state::{Crowd, Sight, Thread},
};

/// How often the watchdog looks.
const LOOK: Duration = Duration::from_millis(10);
/// How long a thread may stay outside the runtime.
const LIMIT: Duration = Duration::from_millis(900);
/// As many looks take at least [`LIMIT`], and [`OVERTIME`].
const MANY: u32 = 90;
const TOO_MANY: u32 = 2_000;
/// How long a runtime may wait for something from outside, such as a thread of its own.
const OVERTIME: Duration = Duration::from_secs(20);
/// How often timers may fire in one test.
const MOST_PARKS: u64 = 50_000;

/// Why a thread is given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stuck {
    /// It sleeps outside the runtime.
    Blocked,
    /// It computes and never yields.
    Busy,
    /// It waits in the runtime for something that does not come, and virtual time cannot pass.
    Overtime,
}

/// The payload that ends a run in which timers fire without end.
pub(crate) struct Endless;

/// The life signs of a runtime's thread. The runtime's hooks write them, the watchdog reads them.
#[derive(Debug, Default)]
pub(crate) struct Pulse {
    parks: AtomicU64,
    is_parked: AtomicBool,
    is_excused: AtomicBool,
    clock: Mutex<Clock>,
    thread: Mutex<Option<Thread>>,
    run: Mutex<Weak<Context>>,
    watch: Arc<Watch>,
}

/// When, in virtual time, the runtime had nothing to run.
///
/// A timer a day ahead is not reached in one leap: tokio's wheel takes it down a level at a time,
/// and parks at each, a handful of times and all of them late in the day. A program that still
/// does something parks more often than that.
#[derive(Debug, Default)]
struct Clock {
    noon: Option<Instant>,
    last_before_noon: Option<Instant>,
    parks_after_noon: u64,
}

/// More parks than the timer wheel has levels.
const WHEEL_LEVELS: u64 = 6;

thread_local! {
    static PULSE: RefCell<Option<Arc<Pulse>>> = const { RefCell::new(None) };
}

/// Does what is the kit's own work on the thread of a test: none of its calls is told as blocking, and
/// however long it waits meanwhile, the test is not stuck.
///
/// Stacks are looked at by one thread of the process at a time, and on a loaded machine that takes
/// seconds.
pub(crate) fn excused<T>(work: impl FnOnce() -> T) -> T {
    let _allowed = kit_probe::allow();
    // A stack may be looked at while the thread is torn down.
    let pulse = PULSE.try_with(|pulse| pulse.borrow().clone()).ok().flatten();
    let Some(pulse) = pulse else { return work() };
    let was_excused = pulse.is_excused.swap(true, Ordering::Relaxed);
    let done = work();
    pulse.is_excused.store(was_excused, Ordering::Relaxed);
    done
}

impl Pulse {
    /// Says which thread the life signs are of.
    pub(crate) fn begin_on_this_thread(self: &Arc<Pulse>) {
        *self.thread.lock().unwrap_or_else(PoisonError::into_inner) = Thread::current();
        self.watch.begin_here();
        PULSE.set(Some(Arc::clone(self)));
    }

    /// What was seen of the calls that block.
    pub(crate) fn watch(&self) -> &Watch {
        &self.watch
    }

    /// Says which run the thread is at.
    pub(crate) fn is_at(&self, run: &Arc<Context>) {
        *self.run.lock().unwrap_or_else(PoisonError::into_inner) = Arc::downgrade(run);
    }

    /// The places at which tasks wait whom the thread polls again and again without rest; none, if it
    /// computes on and polls nobody, or if no lanes are kept of those whom it polls.
    pub(crate) fn where_tasks_return(&self) -> Vec<String> {
        /// Somebody who polls at all has polled before the thread has computed as much.
        const SOON: Duration = Duration::from_millis(50);

        let run = self.run.lock().unwrap_or_else(PoisonError::into_inner).upgrade();
        let Some(run) = run else { return Vec::new() };
        let (begin, since) = (self.look().cpu, WallInstant::now());
        let goes_on = || self.look().cpu.saturating_sub(begin) < SOON && since.elapsed() < LIMIT;
        run.look_where_tasks_return(goes_on)
    }

    /// Another run begins on the same thread.
    pub(crate) fn begin_anew(&self) {
        self.watch.forget();
        self.parks.store(0, Ordering::Relaxed);
        *self.clock() = Clock::default();
    }

    /// Says when half of the time up to the canary will be over.
    pub(crate) fn set_noon(&self, noon: Instant) {
        self.clock().noon = Some(noon);
    }

    /// The runtime has nothing to run: it waits for a timer or an event.
    pub(crate) fn park(&self) {
        kit_probe::leave();
        let parks = self.parks.fetch_add(1, Ordering::Relaxed);
        let now = Instant::now();
        let mut clock = self.clock();
        if clock.noon.is_none_or(|noon| now < noon) {
            clock.last_before_noon = Some(now);
        } else {
            clock.parks_after_noon += 1;
        }
        drop(clock);
        if parks > MOST_PARKS {
            // Without the panic hook: this is a verdict, not a crash.
            resume_unwind(Box::new(Endless));
        }
        self.is_parked.store(true, Ordering::Relaxed);
    }

    /// The runtime goes on.
    pub(crate) fn unpark(&self) {
        self.is_parked.store(false, Ordering::Relaxed);
        kit_probe::enter();
    }

    /// The virtual time after which nothing ran any more; now, if something always did.
    pub(crate) fn standstill(&self) -> Instant {
        self.clock().last_before_noon.unwrap_or_else(Instant::now)
    }

    /// Whether timers were still firing late in the day.
    pub(crate) fn is_endless(&self) -> bool {
        self.parks.load(Ordering::Relaxed) > MOST_PARKS
            || self.clock().parks_after_noon > WHEEL_LEVELS
    }

    fn clock(&self) -> MutexGuard<'_, Clock> {
        self.clock.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn look(&self) -> Sight {
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner);
        thread.as_ref().map_or(Sight::UNKNOWN, Thread::look)
    }
}

/// Waits for what the test's thread sends, unless the thread is stuck.
pub(crate) fn wait<T>(ending: &Receiver<T>, pulse: &Pulse) -> Result<T, Stuck> {
    Crowd::look_on();
    let mut since = Since::now(pulse);
    loop {
        match ending.recv_timeout(LOOK) {
            Ok(value) => return Ok(value),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => {
                unreachable!("the thread of a test catches every panic and then sends its ending")
            }
        }
        if let Some(stuck) = since.judge(pulse) {
            return Err(stuck);
        }
    }
}

/// What was seen since the last sign of life.
struct Since {
    /// When it came.
    moment: WallInstant,
    parks: u64,
    /// Since when the thread may be outside the runtime, and what it had computed by then.
    outside: WallInstant,
    cpu: Duration,
    /// At how many looks it slept, and at how many of them nobody could be expected to wake it.
    asleep: u32,
    alone: u32,
    sleep: Option<Sleep>,
}

/// Everybody, since the thread fell asleep and when it was last seen so.
struct Sleep {
    begin: Crowd,
    last: Crowd,
}

impl Since {
    fn now(pulse: &Pulse) -> Since {
        Since {
            moment: WallInstant::now(),
            parks: pulse.parks.load(Ordering::Relaxed),
            outside: WallInstant::now(),
            cpu: pulse.look().cpu,
            asleep: 0,
            alone: 0,
            sleep: None,
        }
    }

    /// From here on the thread is outside the runtime, as far as can be seen.
    fn begin_outside(&mut self, pulse: &Pulse) {
        let Since { moment, parks, .. } = *self;
        *self = Since { moment, parks, ..Since::now(pulse) };
    }

    fn judge(&mut self, pulse: &Pulse) -> Option<Stuck> {
        if pulse.parks.load(Ordering::Relaxed) != self.parks {
            *self = Since::now(pulse);
            return None;
        }
        if pulse.is_excused.load(Ordering::Relaxed) {
            *self = Since::now(pulse);
            return None;
        }
        if pulse.is_parked.load(Ordering::Relaxed) {
            self.begin_outside(pulse);
            return (self.moment.elapsed() > OVERTIME).then_some(Stuck::Overtime);
        }
        let sight = pulse.look();
        if sight.cpu.saturating_sub(self.cpu) >= LIMIT {
            return Some(Stuck::Busy);
        }
        if !sight.is_known {
            // On Linux, only because code under test leaves no file to be opened.
            let limit = if cfg!(target_os = "linux") { OVERTIME } else { 3 * LIMIT };
            return (self.outside.elapsed() >= limit).then_some(Stuck::Blocked);
        }
        if !sight.is_asleep {
            self.sleep = None;
            return None;
        }
        self.sleeps_for_good(pulse).then_some(Stuck::Blocked)
    }

    /// Whether the thread, which sleeps, will not wake up by itself, or has failed if it does.
    fn sleeps_for_good(&mut self, pulse: &Pulse) -> bool {
        let thread = pulse.thread.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(thread) = thread.as_ref() else { return false };
        let now = Crowd::now();
        let Some(Sleep { begin, last }) = self.sleep.take() else {
            self.sleep = Some(Sleep { begin: Crowd::now(), last: now });
            return false;
        };
        let is_alone = now.is_no_help(thread, &last, &begin, LIMIT);
        let is_still = now.has_let_rest(thread, &last);
        // It has woken up in between: what the others did before that was of help.
        let begin = if is_still { begin } else { Crowd::now() };
        self.sleep = Some(Sleep { begin, last: now });

        // Looks are counted, and not time: one that comes late sees no more than another.
        self.asleep += 1;
        self.alone += u32::from(is_alone);
        if self.alone >= MANY || self.asleep >= TOO_MANY {
            return true;
        }
        let watch = pulse.watch();
        // A lock may be given back by somebody who is about to run; a call that was seen has failed.
        let is_lost = || is_alone && watch.is_waiting() || watch.first().is_some();
        is_still && (is_alone || self.asleep >= MANY) && is_lost()
    }
}

impl fmt::Display for Stuck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Stuck::Blocked => {
                "something waits without `.await` and blocks the only thread of the runtime: a call \
                 that blocks, or a lock of `std` whose guard lives across an `.await`; while it \
                 does, no other task runs and no timer fires"
            }
            Stuck::Busy => {
                "something computes without ever reaching an `.await` that waits; while it does, \
                 no other task runs and no timer fires"
            }
            Stuck::Overtime => {
                "for 20 seconds of real time nothing came from outside that could wake it"
            }
        })
    }
}
