//! Where a future waits: the line of the `.await`, in the code of whoever wrote the test or what it
//! tests.
//!
//! A future that is pending has left its waker with whatever shall wake it, by a clone. A waker that
//! looks at the stack when it is cloned sees who asked: the innermost frame that is neither ours nor
//! a library's is the `.await`. So a future that is stuck is polled once more, with such a waker.

#![expect(unsafe_code, reason = "the standard library has no waker that tells when it is cloned")]

use std::{
    env, fs,
    future::Future,
    mem::ManuallyDrop,
    path::{Path, PathBuf},
    pin::Pin,
    sync::{
        Arc, Mutex, MutexGuard, OnceLock, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, RawWaker, RawWakerVTable, Waker},
};

use trace::Deed;

use crate::{stack::Captured, watchdog::excused};

/// What a waker has seen: the stack of every clone and wake during the poll that it was made for.
#[derive(Debug, Default)]
struct Recorder {
    seen: Mutex<Vec<Seen>>,
    /// Whom it wakes, if anybody.
    wakes: Option<Waker>,
    /// Whether the poll is over that it was made for.
    is_over: AtomicBool,
    /// What the stacks mean, once somebody has asked.
    deeds: OnceLock<Vec<Deed>>,
}

/// Somebody who took a waker, or used it.
#[derive(Debug)]
struct Seen {
    stack: Captured,
    /// Whether the waker has woken.
    has_woken: bool,
}

/// What a waker points to.
struct Handle {
    recorder: Arc<Recorder>,
    /// Which of those seen took it; nobody, if it is the first one, or came too late.
    taken_by: Option<usize>,
}

/// Who waited after a poll.
#[derive(Debug, Clone)]
pub(crate) struct Waiting(Arc<Recorder>);

/// Polls `future` with a waker that wakes nobody. Whoever needs to be woken must have no need of it
/// any more: the future is about to be dropped, or stuck for good.
pub(crate) fn poll_once<F: Future + ?Sized>(future: Pin<&mut F>) -> (Poll<F::Output>, Waiting) {
    polled_by(Recorder::default(), future)
}

/// Polls `future` with a waker that wakes as `waker` does.
pub(crate) fn watched<F: Future + ?Sized>(
    future: Pin<&mut F>,
    waker: &Waker,
) -> (Poll<F::Output>, Waiting) {
    polled_by(Recorder { wakes: Some(waker.clone()), ..Recorder::default() }, future)
}

fn polled_by<F: Future + ?Sized>(
    recorder: Recorder,
    future: Pin<&mut F>,
) -> (Poll<F::Output>, Waiting) {
    let recorder = Arc::new(recorder);
    let polled = future.poll(&mut Context::from_waker(&waker(&recorder, None)));
    recorder.is_over.store(true, Ordering::Relaxed);
    (polled, Waiting(recorder))
}

impl Recorder {
    /// Looks who clones or wakes, if the poll is not over, and gives their number.
    fn note(&self, has_woken: bool) -> Option<usize> {
        if self.is_over.load(Ordering::Relaxed) {
            return None;
        }
        let stack = excused(Captured::here);
        let mut seen = self.seen();
        seen.push(Seen { stack, has_woken });
        Some(seen.len() - 1)
    }

    fn seen(&self) -> MutexGuard<'_, Vec<Seen>> {
        // Every change is one push or one assignment: a panic leaves it whole.
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Waiting {
    /// The places at which it waits, innermost first, each once, as `file:line`.
    ///
    /// Nothing is found where the code was compiled without line tables.
    pub(crate) fn places(&self) -> Vec<String> {
        self.places_of(|_| true)
    }

    /// The places at which it waits, and is woken without anything having come: it will go on at
    /// once, and for ever.
    pub(crate) fn places_that_woke(&self) -> Vec<String> {
        self.places_of(|seen| seen.has_woken)
    }

    fn places_of(&self, is_meant: impl Fn(&Seen) -> bool) -> Vec<String> {
        let seen = self.0.seen();
        let mut places = Vec::new();
        let meant = seen.iter().filter(|seen| is_meant(seen));
        let texts = meant.map(|seen| excused(|| seen.stack.text()));
        for place in texts.filter_map(|stack| of_user(&stack)) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places
    }

    /// What it waits for, and where, each once. The first one who asks takes its time.
    pub(crate) fn deeds(&self) -> &[Deed] {
        self.0.deeds.get_or_init(|| self.read())
    }

    fn read(&self) -> Vec<Deed> {
        let seen = self.0.seen();
        let mut deeds = Vec::new();
        let texts = seen.iter().map(|seen| excused(|| seen.stack.text()));
        for deed in texts.filter_map(|stack| deed(&stack)) {
            if !deeds.contains(&deed) {
                deeds.push(deed);
            }
        }
        deeds
    }
}

const VTABLE: RawWakerVTable = RawWakerVTable::new(clone, wake, wake_by_ref, drop_waker);

fn waker(recorder: &Arc<Recorder>, taken_by: Option<usize>) -> Waker {
    // SAFETY: the functions of `VTABLE` take the data for what `raw` makes it, and a `Handle` is
    // `Send` and `Sync`.
    unsafe { Waker::from_raw(raw(recorder, taken_by)) }
}

fn raw(recorder: &Arc<Recorder>, taken_by: Option<usize>) -> RawWaker {
    let handle = Arc::new(Handle { recorder: Arc::clone(recorder), taken_by });
    RawWaker::new(Arc::into_raw(handle).cast(), &VTABLE)
}

fn clone(data: *const ()) -> RawWaker {
    // SAFETY: `data` comes from `Arc::into_raw`, and the waker that is cloned keeps its count.
    let handle = ManuallyDrop::new(unsafe { Arc::from_raw(data.cast::<Handle>()) });
    let taken_by = handle.recorder.note(false);
    raw(&handle.recorder, taken_by)
}

fn wake(data: *const ()) {
    wake_by_ref(data);
    drop_waker(data);
}

fn wake_by_ref(data: *const ()) {
    // SAFETY: `data` comes from `Arc::into_raw`, and the waker that wakes keeps its count.
    let handle = ManuallyDrop::new(unsafe { Arc::from_raw(data.cast::<Handle>()) });
    let recorder = &handle.recorder;
    // A future that wakes itself waits where it does so.
    recorder.note(true);
    if let Some(taken_by) = handle.taken_by {
        recorder.seen()[taken_by].has_woken = true;
    }
    if let Some(waker) = &recorder.wakes {
        waker.wake_by_ref();
    }
}

fn drop_waker(data: *const ()) {
    // SAFETY: `data` comes from `Arc::into_raw`, and the waker that is gone gives its count back.
    drop(unsafe { Arc::from_raw(data.cast::<Handle>()) });
}

/// The innermost place in a printed stack that is neither ours nor a library's.
///
/// The form is the standard library's: below each function a line `at file:line:column`, the file
/// relative to the working directory if it lies there.
pub(crate) fn of_user(stack: &str) -> Option<String> {
    let places = stack.lines().filter_map(|line| line.trim().strip_prefix("at "));
    let mut lines = places.map(|place| place.rsplit_once(':').map_or(place, |(line, _)| line));
    let place = lines.find(|place| !is_of_library(place) && !is_ours(place))?;
    let place = place.strip_prefix("./").or_else(|| place.strip_prefix(".\\")).unwrap_or(place);
    Some(place.to_owned())
}

/// The operation that a printed stack is of, and the user's line that asked for it: the function of
/// a library, or of ours, that the user's code called.
///
/// Without line tables no file is known; then the operation is the innermost one that is a method or
/// function of a crate in use, and the place is nothing.
fn deed(stack: &str) -> Option<Deed> {
    let place = of_user(stack);
    let mut called = None;
    let mut function = None;
    for line in stack.lines().map(str::trim) {
        let Some(at) = line.strip_prefix("at ") else {
            called = nearer(called, function.take(), place.is_some());
            function = line.split_once(": ").map(|(_, function)| function);
            continue;
        };
        let at = at.rsplit_once(':').map_or(at, |(line, _)| line);
        if !is_of_library(at) && !is_ours(at) {
            break;
        }
        called = nearer(called, function.take(), place.is_some());
    }
    called.map(|what| Deed { what, place, source: None })
}

/// What the user's code called, as far as it is known after one more frame: where its line is known,
/// the outermost operation before it; else the innermost one.
fn nearer(called: Option<String>, function: Option<&str>, is_outermost: bool) -> Option<String> {
    let operation = || function.and_then(operation);
    if is_outermost { operation().or(called) } else { called.or_else(operation) }
}

/// The name of a function as people know it, `Mutex::lock`, or nothing if it is only machinery.
fn operation(function: &str) -> Option<String> {
    let machinery =
        ["kit::place", "std::backtrace", "core::", "alloc::", "std::", "<core::", "<alloc"];
    if machinery.iter().any(|prefix| function.starts_with(prefix)) {
        return None;
    }
    // `<tokio::time::sleep::Sleep as core::future::future::Future>::poll` is about `Sleep`.
    let (path, is_poll) = match function.strip_prefix('<').and_then(|rest| rest.split_once(" as "))
    {
        Some((path, _)) => (path, true),
        None => (function, false),
    };
    let mut plain = String::new();
    let mut depth = 0_u32;
    for sign in path.chars() {
        match sign {
            '<' => depth += 1,
            '>' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(sign),
            _ => {}
        }
    }
    let parts = plain.split("::").filter(|part| !part.is_empty() && !part.starts_with('{'));
    let parts: Vec<&str> = parts.collect();
    let last = *parts.last()?;
    if is_poll {
        return Some(last.to_owned());
    }
    let owner = parts.iter().rev().nth(1);
    match owner {
        Some(owner) if owner.starts_with(char::is_uppercase) => Some(format!("{owner}::{last}")),
        _ => Some(last.to_owned()),
    }
}

/// The line of code at a place, if the file can be read.
pub(crate) fn line_of(place: &str) -> Option<String> {
    let _allowed = kit_probe::allow();
    let (file, line) = place.rsplit_once(':')?;
    let number: usize = line.parse().ok()?;
    let text = fs::read_to_string(file).ok()?;
    text.lines().nth(number.checked_sub(1)?).map(|line| line.trim().to_owned())
}

/// Whether a file is the standard library's, the system's or comes from the registry.
fn is_of_library(place: &str) -> bool {
    let place = place.replace('\\', "/");
    let libraries = ["/rustc/", "/registry/src/", "/lib/rustlib/"];
    !place.contains(".rs:") || libraries.iter().any(|library| place.contains(library))
}

/// Whether a file is the kit's own, or of one of ours that lie beside it.
fn is_ours(place: &str) -> bool {
    let kit = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ours =
        ["kit_http", "kit_probe", "kit_tokio", "kit_tokio_util", "kit_tracing", "trace", "worlds"]
            .map(|name| kit.with_file_name(name));
    let place = Path::new(place);
    let place = place.strip_prefix(".").unwrap_or(place);
    let place = env::current_dir().map_or_else(|_| place.to_owned(), |folder| folder.join(place));
    let mut ours = ours.iter().map(PathBuf::as_path).chain([kit]);
    ours.any(|ours| place.starts_with(ours.join("src")))
}

#[cfg(test)]
mod tests {
    use std::{future::poll_fn, pin::pin, sync::atomic::AtomicUsize, task::Wake, thread};

    use super::*;

    /// Counts how often it is woken.
    #[derive(Default)]
    struct Bell(AtomicUsize);

    impl Wake for Bell {
        fn wake(self: Arc<Bell>) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    #[test]
    fn a_waker_that_outlives_its_poll_wakes_from_another_thread_and_notes_nothing() {
        let bell = Arc::new(Bell::default());
        let mut kept = Vec::new();
        let future = pin!(poll_fn(|cx| {
            kept.push(cx.waker().clone());
            kept.push(cx.waker().clone());
            Poll::<()>::Pending
        }));

        let (polled, waiting) = watched(future, &Waker::from(Arc::clone(&bell)));
        let threads = kept.into_iter().map(|waker| thread::spawn(move || waker.wake()));
        for thread in threads.collect::<Vec<_>>() {
            thread.join().expect("no panic");
        }

        assert_eq!(polled, Poll::Pending);
        assert_eq!(bell.0.load(Ordering::Relaxed), 2);
        assert_eq!(waiting.0.seen().len(), 2, "the clones alone");
        assert!(waiting.0.seen().iter().all(|seen| seen.has_woken));
        drop(waiting);
        assert_eq!(Arc::strong_count(&bell), 1);
    }

    #[test]
    fn the_innermost_frame_of_the_user_is_found() {
        let stack = "   0: <std::backtrace::Backtrace>::create\n             at /rustc/1/library/std/src/backtrace.rs:331:13\n   1: kit::place::clone\n             at ./src/place.rs:50:17\n   2: <tokio::sync::batch_semaphore::Acquire>::poll\n             at /home/a/.cargo/registry/src/index-1/tokio-1.54.1/src/sync/batch_semaphore.rs:5:1\n   3: locks::transfer::transfer::{closure#0}\n             at lessons/locks/src/transfer.rs:23:31\n   4: locks::steps::step_1\n             at lessons/locks/tests/locks/transfer.rs:9:5\n";

        assert_eq!(of_user(stack).as_deref(), Some("lessons/locks/src/transfer.rs:23"));
        assert_eq!(
            of_user("   0: kit::place::clone\n             at ./src/place.rs:50:17\n"),
            None
        );
        assert_eq!(of_user("no stack at all"), None);
    }

    #[test]
    fn every_clone_is_given_back() {
        let recorder = Arc::new(Recorder::default());
        let waker = waker(&recorder, None);

        let clones: Vec<Waker> = (0..3).map(|_| waker.clone()).collect();
        waker.wake_by_ref();
        for clone in clones {
            clone.wake();
        }
        drop(waker);

        assert_eq!(recorder.seen().len(), 7);
        assert_eq!(Arc::strong_count(&recorder), 1);
    }
}
