//! Watches the thread of a test from outside: a thread that waits or computes outside the runtime
//! stops virtual time, and no timer can tell.
//!
//! Only the thread's own state decides, never how long a test took: on a loaded machine a thread
//! that wants to run and is not let is neither blocked nor busy.

use std::{
    fmt,
    panic::resume_unwind,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
        mpsc::{Receiver, RecvTimeoutError},
    },
    time::{Duration, Instant as WallInstant},
};

use tokio::time::Instant;

use crate::thread_state::{Sight, Thread};

/// How often the watchdog looks.
const LOOK: Duration = Duration::from_millis(25);
/// How long a thread may stay outside the runtime.
const LIMIT: Duration = Duration::from_millis(900);
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
    clock: Mutex<Clock>,
    thread: Mutex<Option<Thread>>,
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

impl Pulse {
    /// Says which thread the life signs are of.
    pub(crate) fn begin_on_this_thread(&self) {
        *self.thread.lock().unwrap_or_else(PoisonError::into_inner) = Thread::current();
    }

    /// Another run begins on the same thread.
    pub(crate) fn begin_anew(&self) {
        self.parks.store(0, Ordering::Relaxed);
        *self.clock() = Clock::default();
    }

    /// Says when half of the time up to the canary will be over.
    pub(crate) fn set_noon(&self, noon: Instant) {
        self.clock().noon = Some(noon);
    }

    /// The runtime has nothing to run: it waits for a timer or an event.
    pub(crate) fn park(&self) {
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
    /// How much the thread had computed when it left the runtime, as far as can be seen.
    cpu: Duration,
    /// Since when it has slept outside the runtime, each time it was looked at.
    asleep: Option<WallInstant>,
}

impl Since {
    fn now(pulse: &Pulse) -> Since {
        Since {
            moment: WallInstant::now(),
            parks: pulse.parks.load(Ordering::Relaxed),
            cpu: pulse.look().cpu,
            asleep: None,
        }
    }

    fn judge(&mut self, pulse: &Pulse) -> Option<Stuck> {
        if pulse.parks.load(Ordering::Relaxed) != self.parks {
            *self = Since::now(pulse);
            return None;
        }
        let sight = pulse.look();
        if pulse.is_parked.load(Ordering::Relaxed) {
            // From here on the thread may be outside the runtime.
            self.cpu = sight.cpu;
            self.asleep = None;
            return (self.moment.elapsed() > OVERTIME).then_some(Stuck::Overtime);
        }
        if sight.cpu.saturating_sub(self.cpu) >= LIMIT {
            return Some(Stuck::Busy);
        }
        if !sight.is_asleep {
            self.asleep = None;
            return None;
        }
        let asleep = self.asleep.get_or_insert_with(WallInstant::now).elapsed();
        let limit = if sight.is_known { LIMIT } else { 3 * LIMIT };
        (asleep >= limit).then_some(Stuck::Blocked)
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
