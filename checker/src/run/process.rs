//! One process under limits: it ends, whatever it does, and what it started ends with it.

use std::{
    io::{self, Read, Write},
    process::{Command, ExitStatus, Stdio},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use super::{canceled::Canceled, group::Group, limits::Limits, strays};

/// How often a running process is looked at.
const LOOK: Duration = Duration::from_millis(1);
/// How long the end of a stream is waited for when its process is gone: somebody who escaped may
/// hold it open.
const LAST_WORDS: Duration = Duration::from_millis(500);

/// How a process ended and what it said.
#[derive(Debug)]
pub struct Finished {
    /// How it ended.
    pub status: Status,
    /// The beginning and the end of what it wrote to both streams.
    pub output: String,
}

/// How a process ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// By itself.
    Ended(ExitStatus),
    /// It was killed: its time was up.
    Overtime,
    /// It was killed: it wrote too much.
    Flooded,
    /// It was killed: nobody waits for it any more.
    Canceled,
}

/// Runs `command` with `input` on its standard input, until it and its group have ended.
///
/// With a `mark`, processes that it started and that left its group are ended too, where
/// [`layers`](super::layers) says so.
///
/// # Errors
///
/// If it cannot be started.
pub fn run(
    command: &mut Command,
    input: &str,
    mark: Option<&str>,
    limits: Limits,
    canceled: &Canceled,
) -> io::Result<Finished> {
    if let Some(mark) = mark {
        strays::adopt_orphans();
        command.env(strays::MARK, mark);
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut group = Group::start(command, &limits)?;
    if let Some(mut stdin) = group.leader.stdin.take() {
        // A process that does not read is no error of ours.
        let _ = stdin.write_all(input.as_bytes());
    }
    let written = Arc::new(AtomicUsize::new(0));
    let stdout = group.leader.stdout.take().map(|pipe| Stream::read(pipe, limits.kept, &written));
    let stderr = group.leader.stderr.take().map(|pipe| Stream::read(pipe, limits.kept, &written));

    let stopped = wait(&mut group, &written, limits, canceled);
    let ended = group.end()?;
    if let Some(mark) = mark {
        strays::end(mark);
    }
    let status = stopped?.or(over_a_limit(ended)).unwrap_or(Status::Ended(ended));
    let output = [stdout, stderr].into_iter().flatten().map(Stream::kept).collect();
    Ok(Finished { status, output })
}

/// Waits for the end of the first process. `None`: it came by itself.
fn wait(
    group: &mut Group,
    written: &AtomicUsize,
    limits: Limits,
    canceled: &Canceled,
) -> io::Result<Option<Status>> {
    let start = Instant::now();
    loop {
        if group.has_ended()? {
            return Ok(None);
        } else if canceled.is_set() {
            return Ok(Some(Status::Canceled));
        } else if start.elapsed() > limits.wall {
            return Ok(Some(Status::Overtime));
        } else if written.load(Ordering::Relaxed) > limits.output {
            return Ok(Some(Status::Flooded));
        }
        thread::sleep(LOOK);
    }
}

/// What the system ended the process for, if it names it.
#[cfg(unix)]
fn over_a_limit(status: ExitStatus) -> Option<Status> {
    use std::os::unix::process::ExitStatusExt;

    use rustix::process::Signal;

    let signal = status.signal()?;
    if signal == Signal::XCPU.as_raw() {
        Some(Status::Overtime)
    } else if signal == Signal::XFSZ.as_raw() {
        Some(Status::Flooded)
    } else {
        None
    }
}

/// Elsewhere the system names no limit.
#[cfg(not(unix))]
fn over_a_limit(_status: ExitStatus) -> Option<Status> {
    None
}

/// A stream that is read to its end, so that its writer never waits; its two ends are kept.
struct Stream {
    reader: JoinHandle<()>,
    kept: Arc<Mutex<Kept>>,
}

#[derive(Default)]
struct Kept {
    head: Vec<u8>,
    tail: Vec<u8>,
}

impl Stream {
    fn read(
        mut pipe: impl Read + Send + 'static,
        most: usize,
        written: &Arc<AtomicUsize>,
    ) -> Stream {
        let (written, kept) = (Arc::clone(written), Arc::<Mutex<Kept>>::default());
        let to = Arc::clone(&kept);
        let reader = thread::spawn(move || {
            let mut buffer = vec![0; 64 << 10];
            while let Ok(count @ 1..) = pipe.read(&mut buffer) {
                written.fetch_add(count, Ordering::Relaxed);
                to.lock().unwrap_or_else(PoisonError::into_inner).add(&buffer[..count], most);
            }
        });
        Stream { reader, kept }
    }

    fn kept(self) -> String {
        let start = Instant::now();
        while !self.reader.is_finished() && start.elapsed() < LAST_WORDS {
            thread::sleep(LOOK);
        }
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&[kept.head.as_slice(), &kept.tail].concat()).into_owned()
    }
}

impl Kept {
    fn add(&mut self, bytes: &[u8], most: usize) {
        let (to_head, to_tail) = bytes.split_at(bytes.len().min(most - self.head.len()));
        self.head.extend_from_slice(to_head);
        self.tail.extend_from_slice(to_tail);
        self.tail.drain(..self.tail.len().saturating_sub(most));
    }
}
