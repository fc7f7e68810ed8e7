//! What a process may use, and how the system is told.

use std::{process::Child, time::Duration};

/// What a process may use.
///
/// Real time and output are watched by the checker, everywhere. The rest is kept by the system, on
/// Linux; elsewhere nobody keeps it.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Real time.
    pub wall: Duration,
    /// Time on a processor, of each process; whole seconds count.
    pub cpu: Duration,
    /// Bytes of memory that a process writes to.
    pub memory: u64,
    /// Bytes of a file.
    pub file: u64,
    /// Files and sockets open at once.
    pub open_files: u64,
    /// Bytes on both streams together.
    pub output: usize,
    /// How many bytes of a stream's beginning, and of its end, are kept.
    pub kept: usize,
}

impl Limits {
    /// Those of a step. The kit's own watchdog needs less time: whoever is stuck is to be told by
    /// name. A gigabyte is room for the 512 threads, of 2 MiB each, that a runtime may block.
    pub const STEP: Limits = Limits {
        wall: Duration::from_secs(30),
        cpu: Duration::from_secs(20),
        memory: 1 << 30,
        file: 64 << 20,
        open_files: 256,
        output: 4 << 20,
        kept: 32 << 10,
    };

    /// Those of a call of the compiler: many times what a lesson takes, and an end for a macro that
    /// has none.
    pub const COMPILER: Limits = Limits {
        wall: Duration::from_secs(120),
        cpu: Duration::from_secs(60),
        memory: 4 << 30,
        file: 1 << 30,
        open_files: 1024,
        output: 16 << 20,
        kept: 16 << 20,
    };

    /// Tells the system, once a process has been started and before it was given work.
    pub(super) fn apply(&self, child: &Child) {
        platform::apply(self, child);
    }
}

#[cfg(target_os = "linux")]
mod platform {
    use rustix::process::{Pid, Resource, Rlimit, getrlimit, prlimit};

    use super::{Child, Limits};

    pub(super) fn apply(limits: &Limits, child: &Child) {
        let pid = Some(Pid::from_child(child));
        let limit = |resource, most: u64, spare: u64| {
            // Only lower what is allowed: to raise it is not ours.
            let allowed = getrlimit(resource).maximum.unwrap_or(u64::MAX);
            let limit = Rlimit {
                current: Some(most.min(allowed)),
                maximum: Some((most + spare).min(allowed)),
            };
            // A process that is gone needs none.
            let _ = prlimit(pid, resource, limit);
        };
        // Between the two limits the process is sent SIGXCPU, which names the reason; at the second
        // one it is killed.
        limit(Resource::Cpu, limits.cpu.as_secs(), 1);
        limit(Resource::Data, limits.memory, 0);
        limit(Resource::Fsize, limits.file, 0);
        limit(Resource::Nofile, limits.open_files, 0);
        limit(Resource::Core, 0, 0);
    }
}

#[cfg(not(target_os = "linux"))]
mod platform {
    use super::{Child, Limits};

    /// Nothing can be told of another process.
    pub(super) fn apply(_limits: &Limits, _child: &Child) {}
}
