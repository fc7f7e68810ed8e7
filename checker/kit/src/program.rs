//! A program under test, started as a process of its own: lines in, lines out, signals, an exit.
//!
//! It lives in real time, as processes do; the test's virtual time stands still meanwhile. A wait
//! ends with the next line, with the program's end, or when all its threads have slept for a while,
//! never because a deadline has passed: a slow machine changes no verdict.

use std::{
    fmt,
    io::{self, BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, ExitStatus, Stdio},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        mpsc::{self, Receiver, RecvTimeoutError},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use tokio::task;

use crate::{
    panics::planned_panic,
    signal,
    signal::Signal,
    thread_state::{HELPER, Thread},
};

/// How often a waiting test looks at the program.
const LOOK: Duration = Duration::from_millis(5);
/// How long all threads of a program sleep before it counts as waiting.
const REST: Duration = Duration::from_millis(600);
/// How long a program may be silent where the system does not tell whether it sleeps.
const SILENCE: Duration = Duration::from_secs(10);
/// How much a program may compute and say nothing.
const TOIL: Duration = Duration::from_secs(1);

/// A started program. Dropped, it is killed.
///
/// Its standard input and output are the test's; each line it writes is read once, in order.
///
/// ```no_run
/// # use kit::{End, Program, Seen, Signal};
/// # async fn test() {
/// // In a test: `env!("CARGO_BIN_EXE_desk")`.
/// let desk = Program::start("target/debug/desk").await;
/// desk.write("tea");
/// assert_eq!(desk.next().await, "took tea");
/// assert_eq!(desk.next().await, Seen::Silence);
/// desk.send(Signal::Terminate);
/// assert_eq!(desk.next().await, Seen::End(End::Code(0)));
/// # }
/// ```
#[derive(Debug)]
pub struct Program(Arc<Mutex<Process>>);

#[derive(Debug)]
struct Process {
    name: String,
    child: Child,
    input: Option<ChildStdin>,
    lines: Receiver<String>,
    complaints: Option<JoinHandle<String>>,
    /// What a finished program was found to have complained of.
    last_words: String,
}

/// What came next from a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// A line, without its end.
    Line(String),
    /// Nothing, and nothing will come: every thread of the program waits.
    Silence,
    /// Nothing, though the program has computed for a second.
    Unrest,
    /// The program's end.
    End(End),
}

/// How a program ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// It left with this exit code.
    Code(i32),
    /// A signal ended it; on Unix its number.
    Signal(i32),
}

/// The path of a program that cargo, or the checker, built for this test.
///
/// The reference solution of a program has the suffix `_solution`; a test runs with either.
#[macro_export]
macro_rules! program_path {
    ($name:literal) => {
        match option_env!(concat!("CARGO_BIN_EXE_", $name)) {
            Some(path) => path,
            None => match option_env!(concat!("CARGO_BIN_EXE_", $name, "_solution")) {
                Some(path) => path,
                None => panic!("`{}` is no program of the package under test", $name),
            },
        }
    };
}

impl Program {
    /// Starts the program at `path`, without arguments.
    ///
    /// # Panics
    ///
    /// If it cannot be started.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it is ready, it kills what it has started.
    pub async fn start(path: impl Into<PathBuf>) -> Program {
        let path = path.into();
        let name = path.display().to_string();
        // A busy disk may keep a program from its first instruction for a second: a thread of the
        // runtime waits for that, and virtual time stands still.
        let started = task::spawn_blocking(move || Process::start(&path)).await;
        let process = started.expect("starting a process does not panic");
        let process = process.unwrap_or_else(|error| panic!("`{name}` cannot be started: {error}"));
        Program(Arc::new(Mutex::new(process)))
    }

    /// Writes a line to the program's standard input. One that no longer reads is left alone.
    pub fn write(&self, line: &str) {
        if let Some(input) = &mut self.process().input {
            let _ = writeln!(input, "{line}");
        }
    }

    /// Ends the program's standard input.
    pub fn close_input(&self) {
        self.process().input = None;
    }

    /// Sends the program a signal, if it has not ended.
    ///
    /// # Panics
    ///
    /// If the system refuses.
    pub fn send(&self, signal: Signal) {
        let mut process = self.process();
        // A process that was waited for has no number any more, or somebody else has it.
        if process.status().is_none() {
            signal::send(&process.child, signal)
                .unwrap_or_else(|error| panic!("{signal:?} cannot be sent: {error}"));
        }
    }

    /// The next thing that comes from the program.
    ///
    /// # Panics
    ///
    /// If the program panicked, with its panic.
    ///
    /// # Cancel safety
    ///
    /// Not cancel safe: what was seen by a call that is dropped is lost.
    pub async fn next(&self) -> Seen {
        let process = Arc::clone(&self.0);
        // Virtual time stands still as long as a thread of the runtime is at work.
        let seen = task::spawn_blocking(move || lock(&process).next()).await;
        let seen = seen.expect("looking at a process does not panic");
        if let Some(panic) = self.process().panic() {
            planned_panic(&panic);
        }
        seen
    }

    fn process(&self) -> MutexGuard<'_, Process> {
        // Whoever waits for the next line holds it, and lets it go from time to time.
        let _allowed = kit_probe::allow();
        lock(&self.0)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // One that has ended cannot be killed, and need not.
        let _ = self.child.kill();
        // Its end comes at once, or when the disk lets go of it: nobody waits for that.
        let _ = self.child.try_wait();
    }
}

impl Process {
    fn start(path: &Path) -> io::Result<Process> {
        let mut command = Command::new(path);
        command
            .env_remove(crate::receipt::REPORT)
            .env("RUST_BACKTRACE", "0")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        signal::prepare(&mut command);
        let mut child = command.spawn()?;
        let output = child.stdout.take().expect("it was asked for");
        let errors = child.stderr.take().expect("it was asked for");
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        Ok(Process {
            name: stem.trim_end_matches("_solution").to_owned(),
            input: child.stdin.take(),
            child,
            lines: lines_of(output)?,
            complaints: Some(helper("errors").spawn(move || text_of(errors))?),
            last_words: String::new(),
        })
    }

    fn next(&mut self) -> Seen {
        let mut watch = Watch::new(self.child.id());
        loop {
            match self.lines.recv_timeout(LOOK) {
                Ok(line) => return Seen::Line(line),
                Err(RecvTimeoutError::Timeout) => {}
                // The output has ended; the program is about to.
                Err(RecvTimeoutError::Disconnected) => thread::sleep(LOOK),
            }
            if let Some(status) = self.status() {
                // What it wrote last may still be on its way.
                return match self.lines.recv_timeout(REST) {
                    Ok(line) => Seen::Line(line),
                    Err(_) => self.end(status),
                };
            }
            if let Some(seen) = watch.look() {
                return seen;
            }
        }
    }

    fn status(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().expect("a child of this process can be asked for its end")
    }

    fn end(&mut self, status: ExitStatus) -> Seen {
        if let Some(complaints) = self.complaints.take() {
            self.last_words = complaints.join().unwrap_or_default();
        }
        Seen::End(match status.code() {
            Some(code) => End::Code(code),
            None => End::Signal(signal::that_ended(status)),
        })
    }

    /// The panic that ended the program, as one sentence with its place.
    fn panic(&self) -> Option<String> {
        let (_, after) = self.last_words.split_once("panicked at ")?;
        let (place, message) = after.split_once(":\n")?;
        let message = message.split("\nnote: ").next().unwrap_or(message).trim();
        if message.starts_with("not yet implemented") {
            return Some(message.to_owned());
        }
        Some(format!("`{}` panicked at {place}: {message}", self.name))
    }
}

/// What the threads of a process did while a line was waited for.
struct Watch {
    process: u32,
    /// What they had computed when the wait began.
    before: Option<Duration>,
    /// Since when all of them have slept, and what they had computed by then.
    asleep_since: Instant,
    cpu: Duration,
}

impl Watch {
    fn new(process: u32) -> Watch {
        Watch { process, before: None, asleep_since: Instant::now(), cpu: Duration::ZERO }
    }

    /// Whether nothing will come, and why.
    fn look(&mut self) -> Option<Seen> {
        let sights: Vec<_> = Thread::all_of(self.process).iter().map(Thread::look).collect();
        if sights.is_empty() {
            return (self.asleep_since.elapsed() > SILENCE).then_some(Seen::Silence);
        }
        let cpu = sights.iter().map(|sight| sight.cpu).sum();
        if cpu != self.cpu || sights.iter().any(|sight| !sight.is_at_rest) {
            (self.asleep_since, self.cpu) = (Instant::now(), cpu);
        }
        if self.asleep_since.elapsed() > REST {
            return Some(Seen::Silence);
        }
        let before = *self.before.get_or_insert(cpu);
        (cpu.saturating_sub(before) >= TOIL).then_some(Seen::Unrest)
    }
}

fn lock(process: &Mutex<Process>) -> MutexGuard<'_, Process> {
    // A panic of a test between two calls leaves a process as whole as it was.
    process.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A thread that reads what a program writes, until that ends.
fn helper(of: &str) -> thread::Builder {
    thread::Builder::new().name(format!("{HELPER}{of}"))
}

fn lines_of(output: impl Read + Send + 'static) -> io::Result<Receiver<String>> {
    let (sender, receiver) = mpsc::channel();
    helper("lines").spawn(move || {
        for line in BufReader::new(output).lines() {
            // Bytes that are no text end it, as the end of the output does.
            let Ok(line) = line else { return };
            if sender.send(line).is_err() {
                return;
            }
        }
    })?;
    Ok(receiver)
}

/// What a program complains of, up to a length that nobody reads.
fn text_of(errors: impl Read) -> String {
    let mut kept = Vec::new();
    let mut errors = errors.take(64 << 10);
    // What was read until then is told.
    let _ = errors.read_to_end(&mut kept);
    let _ = io::copy(&mut errors.into_inner(), &mut io::sink());
    String::from_utf8_lossy(&kept).into_owned()
}

/// A line compares with text; everything else differs from it.
impl PartialEq<&str> for Seen {
    fn eq(&self, line: &&str) -> bool {
        matches!(self, Seen::Line(seen) if seen == line)
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Seen::Line(line) => write!(f, "the line `{line}`"),
            Seen::Silence => f.write_str("silence (the program waits)"),
            Seen::Unrest => f.write_str("no line, though the program computes without a rest"),
            Seen::End(End::Code(code)) => write!(f, "its end, with exit code {code}"),
            Seen::End(End::Signal(number)) => write!(f, "its end, by signal {number}"),
        }
    }
}
