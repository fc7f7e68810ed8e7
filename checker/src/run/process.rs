//! One process under limits: it ends, whatever it does.

use std::{
    io::{self, Read, Write},
    process::{Child, Command, ExitStatus, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

/// How often a running process is looked at.
const LOOK: Duration = Duration::from_millis(1);

/// What a process may use.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Real time.
    pub wall: Duration,
    /// Bytes on both streams together.
    pub output: usize,
    /// How many bytes of a stream's beginning, and of its end, are kept.
    pub kept: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        // More than the kit's own watchdog needs: whoever is stuck is to be told by name.
        Limits { wall: Duration::from_secs(30), output: 4 << 20, kept: 32 << 10 }
    }
}

/// A flag that stops whatever runs under it. Clones are the same flag.
#[derive(Debug, Clone, Default)]
pub struct Canceled(Arc<AtomicBool>);

impl Canceled {
    /// Stops it.
    pub fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was stopped.
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

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

/// Runs `command` with `input` on its standard input.
///
/// # Errors
///
/// If it cannot be started.
pub fn run(
    command: &mut Command,
    input: &str,
    limits: Limits,
    canceled: &Canceled,
) -> io::Result<Finished> {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        // A process that does not read is no error of ours.
        let _ = stdin.write_all(input.as_bytes());
    }
    let written = Arc::new(AtomicUsize::new(0));
    let stdout = child.stdout.take().map(|pipe| drain(pipe, limits.kept, &written));
    let stderr = child.stderr.take().map(|pipe| drain(pipe, limits.kept, &written));

    let status = wait(&mut child, &written, limits, canceled)?;
    let output = [stdout, stderr].into_iter().flatten().map(|thread| {
        let kept = thread.join().unwrap_or_default();
        String::from_utf8_lossy(&kept).into_owned()
    });
    Ok(Finished { status, output: output.collect() })
}

fn wait(
    child: &mut Child,
    written: &AtomicUsize,
    limits: Limits,
    canceled: &Canceled,
) -> io::Result<Status> {
    let start = Instant::now();
    let reason = loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Status::Ended(status));
        }
        if canceled.is_set() {
            break Status::Canceled;
        } else if start.elapsed() > limits.wall {
            break Status::Overtime;
        } else if written.load(Ordering::Relaxed) > limits.output {
            break Status::Flooded;
        }
        thread::sleep(LOOK);
    };
    // It may have ended meanwhile; then there is nothing to kill.
    let _ = child.kill();
    child.wait()?;
    Ok(reason)
}

/// Reads a stream to its end, so that its writer never waits, and keeps its two ends.
fn drain(
    mut pipe: impl Read + Send + 'static,
    kept: usize,
    written: &Arc<AtomicUsize>,
) -> JoinHandle<Vec<u8>> {
    let written = Arc::clone(written);
    thread::spawn(move || {
        let (mut head, mut tail) = (Vec::new(), Vec::new());
        let mut buffer = vec![0; 64 << 10];
        while let Ok(count @ 1..) = pipe.read(&mut buffer) {
            written.fetch_add(count, Ordering::Relaxed);
            let to_head = count.min(kept - head.len());
            head.extend_from_slice(&buffer[..to_head]);
            tail.extend_from_slice(&buffer[to_head..count]);
            tail.drain(..tail.len().saturating_sub(kept));
        }
        head.append(&mut tail);
        head
    })
}
