//! What the system tells of a thread from outside: whether it sleeps, and how long it has computed.

use std::time::Duration;

pub(crate) use platform::Thread;

/// A thread at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sight {
    /// Whether the system told anything; if not, the rest is a guess.
    pub(crate) is_known: bool,
    /// Whether it waits for something.
    pub(crate) is_asleep: bool,
    /// Whether it waits for something that need not come; a disk always answers.
    pub(crate) is_at_rest: bool,
    pub(crate) cpu: Duration,
}

impl Sight {
    pub(crate) const UNKNOWN: Sight =
        Sight { is_known: false, is_asleep: true, is_at_rest: true, cpu: Duration::ZERO };
}

#[cfg(target_os = "linux")]
mod platform {
    use std::{fs, path::PathBuf, time::Duration};

    use super::Sight;

    /// A thread, by its `stat` under `/proc`.
    #[derive(Debug)]
    pub(crate) struct Thread(PathBuf);

    impl Thread {
        /// The calling thread.
        pub(crate) fn current() -> Option<Thread> {
            let thread = fs::read_link("/proc/thread-self").ok()?;
            Some(Thread(PathBuf::from("/proc").join(thread).join("stat")))
        }

        /// The threads that a process has now; none if it is gone.
        pub(crate) fn all_of(process: u32) -> Vec<Thread> {
            let entries = fs::read_dir(format!("/proc/{process}/task"));
            let entries = entries.into_iter().flatten().flatten();
            entries.map(|entry| Thread(entry.path().join("stat"))).collect()
        }

        /// Reads the thread's `stat` as proc(5) describes it: after the name in parentheses, the
        /// state comes first, user and system time 11 and 12 fields later, in hundredths of a
        /// second.
        pub(crate) fn look(&self) -> Sight {
            let read = fs::read_to_string(&self.0).ok().and_then(|stat| {
                let (_, fields) = stat.rsplit_once(')')?;
                let fields: Vec<&str> = fields.split_whitespace().collect();
                let ticks = |index: usize| fields.get(index)?.parse::<u64>().ok();
                let state = *fields.first()?;
                Some(Sight {
                    is_known: true,
                    is_asleep: matches!(state, "S" | "D"),
                    is_at_rest: state == "S",
                    cpu: Duration::from_millis(10 * (ticks(11)? + ticks(12)?)),
                })
            });
            read.unwrap_or(Sight::UNKNOWN)
        }
    }
}

/// Elsewhere nothing is told: a thread without a sign of life counts as blocked, later.
#[cfg(not(target_os = "linux"))]
mod platform {
    use super::Sight;

    #[derive(Debug)]
    pub(crate) struct Thread;

    impl Thread {
        pub(crate) fn current() -> Option<Thread> {
            None
        }

        pub(crate) fn all_of(_process: u32) -> Vec<Thread> {
            Vec::new()
        }

        pub(crate) fn look(&self) -> Sight {
            Sight::UNKNOWN
        }
    }
}
