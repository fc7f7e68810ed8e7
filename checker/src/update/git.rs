//! The few things we ask of git, by its program: it knows the user's remotes, keys and proxies.

use std::{
    io::{self, Write},
    path::Path,
    process::{Command, Stdio},
};

use super::UpdateError;

/// Git at work in one copy of the course.
pub(super) struct Git<'a> {
    root: &'a Path,
}

impl Git<'_> {
    pub(super) fn at(root: &Path) -> Git<'_> {
        Git { root }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        command.args(arguments).current_dir(self.root).stdin(Stdio::null());
        // Its words are shown, not read; nobody is there to edit the message of a merge.
        command.env("GIT_MERGE_AUTOEDIT", "no").env("GIT_TERMINAL_PROMPT", "0");
        command
    }

    /// What git prints.
    pub(super) fn ask(&self, arguments: &[&str]) -> Result<String, UpdateError> {
        let output = self.command(arguments).output().map_err(UpdateError::Start)?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        let said = [output.stdout, output.stderr].concat();
        Err(UpdateError::Refused {
            command: format!("git {}", arguments.join(" ")),
            said: String::from_utf8_lossy(&said).trim().to_owned(),
        })
    }

    /// Merges two texts that come from one, if their changes do not meet.
    pub(super) fn merged(
        &self,
        mine: &str,
        base: &str,
        theirs: &str,
    ) -> io::Result<Option<String>> {
        let folder = tempfile::tempdir()?;
        let mut command = self.command(&["merge-file", "--stdout"]);
        for (name, text) in [("mine", mine), ("base", base), ("theirs", theirs)] {
            let path = folder.path().join(name);
            std::fs::File::create_new(&path)?.write_all(text.as_bytes())?;
            command.arg(path);
        }
        let output = command.output()?;
        // Its exit code is the number of conflicts.
        let merged = String::from_utf8_lossy(&output.stdout).into_owned();
        Ok(output.status.success().then_some(merged))
    }
}
