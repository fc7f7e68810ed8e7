//! What the system tells of a thread from outside: whether it sleeps, and how long it has computed.

use std::time::Duration;

pub(crate) use platform::{Crowd, Numbers, Thread};

/// What the names of the kit's own helping threads begin with.
pub(crate) const HELPER: &str = "kit: ";

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
    use std::{
        collections::{BTreeMap, BTreeSet},
        fs,
        path::{Path, PathBuf},
        sync::{Mutex, PoisonError},
        time::Duration,
    };

    use super::{HELPER, Sight};

    /// The threads of this process, by the numbers that the system has given them.
    pub(crate) type Numbers = BTreeSet<String>;

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

        /// Its number, by which its process knows it.
        fn number(&self) -> Option<&str> {
            self.0.parent()?.file_name()?.to_str()
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

    /// Threads that look at others. Nobody waits for them.
    static ONLOOKERS: Mutex<Vec<String>> = Mutex::new(Vec::new());

    /// The threads of this process at one moment, but for those that look on.
    #[derive(Debug, Clone)]
    pub(crate) struct Crowd(BTreeMap<String, Member>);

    #[derive(Debug, Clone)]
    struct Member {
        is_helper: bool,
        is_at_rest: bool,
        /// How often it has left a processor. If that is the same at two looks at which it rests,
        /// it has not run in between.
        switches: u64,
        cpu: Duration,
    }

    impl Crowd {
        /// Counts the calling thread among those that look on.
        pub(crate) fn look_on() {
            let this = Thread::current();
            let Some(number) = this.as_ref().and_then(Thread::number) else { return };
            let mut onlookers = ONLOOKERS.lock().unwrap_or_else(PoisonError::into_inner);
            // Numbers of threads that have ended are given again, but not soon.
            onlookers.retain(|onlooker| folder_of(onlooker).exists());
            if !onlookers.iter().any(|onlooker| onlooker == number) {
                onlookers.push(number.to_owned());
            }
        }

        /// Looks at all of them.
        pub(crate) fn now() -> Crowd {
            let onlookers = ONLOOKERS.lock().unwrap_or_else(PoisonError::into_inner).clone();
            let entries = fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
            let numbers = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
            let members = numbers
                .filter(|number| !onlookers.contains(number))
                // One that has ended meanwhile is nobody.
                .filter_map(|number| Some((Member::look(&folder_of(&number))?, number)));
            Crowd(members.map(|(member, number)| (number, member)).collect())
        }

        /// The numbers of all of them.
        pub(crate) fn numbers(&self) -> Numbers {
            self.0.keys().cloned().collect()
        }

        /// Those of them that are alive, not among `numbers` and none of the kit's own.
        pub(crate) fn beside(mut self, numbers: &Numbers) -> Crowd {
            self.0.retain(|number, member| !numbers.contains(number) && !member.is_helper);
            self
        }

        /// How many they are.
        pub(crate) fn count(&self) -> usize {
            self.0.len()
        }

        /// Whether each of them has rested since `last`, or has computed for as long as `enough` since
        /// `begin`.
        pub(crate) fn all_stay(&self, last: &Crowd, begin: &Crowd, enough: Duration) -> bool {
            self.0.keys().all(|number| self.stays(number, last, begin, enough))
        }

        /// Whether `thread` rests, and has not run since `last`.
        pub(crate) fn has_let_rest(&self, thread: &Thread, last: &Crowd) -> bool {
            thread.number().is_some_and(|number| self.rests(number, last))
        }

        /// Whether nobody but `thread` can be expected to end its wait: each of the others has rested
        /// since `last`, or has computed for as long as `enough` since `begin` and not ended it.
        ///
        /// That holds on a machine under any load. Somebody who holds a lock for a moment, and is kept
        /// from giving it back, neither rests nor computes.
        pub(crate) fn is_no_help(
            &self,
            thread: &Thread,
            last: &Crowd,
            begin: &Crowd,
            enough: Duration,
        ) -> bool {
            let others =
                self.0.iter().filter(|(number, _)| Some(number.as_str()) != thread.number());
            others.map(|(number, _)| number).all(|number| self.stays(number, last, begin, enough))
        }

        fn stays(&self, number: &str, last: &Crowd, begin: &Crowd, enough: Duration) -> bool {
            let cpu = |crowd: &Crowd| crowd.0.get(number).map_or(Duration::ZERO, |it| it.cpu);
            self.rests(number, last) || cpu(self).saturating_sub(cpu(begin)) >= enough
        }

        fn rests(&self, number: &str, last: &Crowd) -> bool {
            match (self.0.get(number), last.0.get(number)) {
                (Some(now), Some(last)) => {
                    now.is_at_rest && last.is_at_rest && now.switches == last.switches
                }
                _ => false,
            }
        }
    }

    impl Member {
        fn look(folder: &Path) -> Option<Member> {
            let status = fs::read_to_string(folder.join("status")).ok()?;
            let field = |name: &str| {
                let line = status.lines().find_map(|line| line.strip_prefix(name))?;
                line.strip_prefix(':').map(str::trim)
            };
            let number = |name: &str| field(name)?.parse::<u64>().ok();
            let state = field("State")?;
            // One that has ended is nobody, joined or not.
            if state.starts_with(['Z', 'X']) {
                return None;
            }
            Some(Member {
                is_helper: field("Name").is_some_and(|name| name.starts_with(HELPER.trim_end())),
                is_at_rest: state.starts_with('S'),
                switches: number("voluntary_ctxt_switches")?
                    + number("nonvoluntary_ctxt_switches")?,
                cpu: Thread(folder.join("stat")).look().cpu,
            })
        }
    }

    fn folder_of(number: &str) -> PathBuf {
        PathBuf::from("/proc/self/task").join(number)
    }
}

/// Elsewhere nothing is told: a thread without a sign of life counts as blocked, later.
#[cfg(not(target_os = "linux"))]
mod platform {
    use std::time::Duration;

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

    /// None are known.
    #[derive(Debug)]
    pub(crate) struct Numbers;

    #[derive(Debug, Clone)]
    pub(crate) struct Crowd;

    impl Crowd {
        pub(crate) fn look_on() {}

        pub(crate) fn now() -> Crowd {
            Crowd
        }

        pub(crate) fn numbers(&self) -> Numbers {
            Numbers
        }

        pub(crate) fn beside(self, _numbers: &Numbers) -> Crowd {
            self
        }

        pub(crate) fn count(&self) -> usize {
            0
        }

        pub(crate) fn all_stay(&self, _last: &Crowd, _begin: &Crowd, _enough: Duration) -> bool {
            true
        }

        pub(crate) fn has_let_rest(&self, _thread: &Thread, _last: &Crowd) -> bool {
            false
        }

        pub(crate) fn is_no_help(
            &self,
            _thread: &Thread,
            _last: &Crowd,
            _begin: &Crowd,
            _enough: Duration,
        ) -> bool {
            true
        }
    }
}
