//! Processes that left the group of the step that started them.
//!
//! When the parent of such a process ends, it is an orphan. On Linux a process may ask to be given
//! the orphans among its descendants; ours are known by a mark in their environment. Elsewhere an
//! orphan goes to the system, and lives on.

/// The variable that holds a step's mark.
pub(super) const MARK: &str = "AWAITLINGS_STEP";

pub(super) use platform::{adopt_orphans, end};

#[cfg(target_os = "linux")]
mod platform {
    use std::{fs, io, path::Path, sync::OnceLock};

    use rustix::process::{
        Pid, Signal, WaitOptions, getpid, kill_process, set_child_subreaper, waitpid,
    };

    use super::MARK;

    /// Asks the system for the orphans among the descendants of this process, once; says whether it
    /// gives them and lists them. Those without a mark are left alone.
    pub(in crate::run) fn adopt_orphans() -> bool {
        static ARE_OURS: OnceLock<bool> = OnceLock::new();
        let are_listed = || Path::new("/proc/thread-self/children").is_file();
        *ARE_OURS.get_or_init(|| are_listed() && set_child_subreaper(Some(getpid())).is_ok())
    }

    /// Ends every process with this mark whose parent is gone, and what those have started.
    pub(in crate::run) fn end(mark: &str) {
        if !adopt_orphans() {
            return;
        }
        let entry = format!("{MARK}={mark}");
        loop {
            let strays = children().unwrap_or_default().into_iter().filter(|child| {
                let environment = fs::read(format!("/proc/{child}/environ")).unwrap_or_default();
                environment.split(|byte| *byte == 0).any(|found| found == entry.as_bytes())
            });
            let strays: Vec<_> = strays.filter_map(Pid::from_raw).collect();
            if strays.is_empty() {
                return;
            }
            for stray in strays {
                // One that has ended meanwhile is waited for all the same. Its own children become
                // ours as it ends: the next look finds them.
                let _ = kill_process(stray, Signal::KILL);
                let _ = waitpid(Some(stray), WaitOptions::empty());
            }
        }
    }

    /// The children of this process, by the thread that has them.
    fn children() -> io::Result<Vec<i32>> {
        let mut children = Vec::new();
        for thread in fs::read_dir("/proc/self/task")? {
            // A thread that has ended since has given its children to another one.
            let Ok(list) = fs::read_to_string(thread?.path().join("children")) else { continue };
            children.extend(list.split_whitespace().filter_map(|pid| pid.parse::<i32>().ok()));
        }
        Ok(children)
    }
}

#[cfg(not(target_os = "linux"))]
mod platform {
    /// Orphans go to the system.
    pub(in crate::run) fn adopt_orphans() -> bool {
        false
    }

    pub(in crate::run) fn end(_mark: &str) {}
}
