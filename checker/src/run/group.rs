//! A process with what it starts: they end together.
//!
//! On Unix they are a process group, on Windows a job. Who leaves the group is a stray.

use std::{
    io,
    process::{Child, Command, ExitStatus},
};

use super::limits::Limits;

/// A started process and whatever it starts.
pub(super) struct Group {
    pub(super) leader: Child,
    #[cfg(windows)]
    _job: Option<win32job::Job>,
}

#[cfg(unix)]
impl Group {
    /// Starts `command` as the first process of a group, under `limits`.
    pub(super) fn start(command: &mut Command, limits: &Limits) -> io::Result<Group> {
        use std::os::unix::process::CommandExt;

        let leader = command.process_group(0).spawn()?;
        limits.apply(&leader);
        Ok(Group { leader })
    }

    /// Whether the first process has ended. It stays a zombie until [`Group::end`], so that its
    /// number, which is the group's too, belongs to nobody else.
    pub(super) fn has_ended(&mut self) -> io::Result<bool> {
        use rustix::process::{WaitId, WaitIdOptions, waitid};

        let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        Ok(waitid(WaitId::Pid(self.pid()), options)?.is_some())
    }

    /// Ends whoever is left of the group, and gives the first process's end.
    pub(super) fn end(mut self) -> io::Result<ExitStatus> {
        use rustix::process::{Signal, WaitOptions, kill_process_group, waitpgid};

        let group = self.pid();
        // Nobody left is as good.
        let _ = kill_process_group(group, Signal::KILL);
        let status = self.leader.wait()?;
        // The orphans of the group that were given to us.
        while let Ok(Some(_)) = waitpgid(group, WaitOptions::empty()) {}
        Ok(status)
    }

    fn pid(&self) -> rustix::process::Pid {
        rustix::process::Pid::from_child(&self.leader)
    }
}

#[cfg(windows)]
impl Group {
    /// Starts `command` in a job of its own, under `limits`.
    pub(super) fn start(command: &mut Command, limits: &Limits) -> io::Result<Group> {
        use std::os::windows::io::AsRawHandle;

        let leader = command.spawn()?;
        limits.apply(&leader);
        // A system that refuses, as one job in another may be, leaves the process alone.
        let job = win32job::Job::create().ok().filter(|job| {
            let Ok(mut info) = job.query_extended_limit_info() else { return false };
            info.limit_kill_on_job_close();
            job.set_extended_limit_info(&info).is_ok()
                && job.assign_process(leader.as_raw_handle() as isize).is_ok()
        });
        Ok(Group { leader, _job: job })
    }

    /// Whether the first process has ended.
    pub(super) fn has_ended(&mut self) -> io::Result<bool> {
        Ok(self.leader.try_wait()?.is_some())
    }

    /// Ends whoever is left of the job, and gives the first process's end.
    pub(super) fn end(mut self) -> io::Result<ExitStatus> {
        // It may have ended meanwhile; then there is nothing to kill. The job ends with this value.
        let _ = self.leader.kill();
        self.leader.wait()
    }
}
