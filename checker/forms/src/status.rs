//! What the learner has reached, `awaitlings/status/v1`: the checker writes it, the served book shows
//! it.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use trace::Trace;

use crate::write_whole;

/// The newest verdicts on the learner's own answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// Always [`Status::SCHEMA`].
    pub schema: String,
    /// The newest verdict on each exercise that has one, by its id, such as `gather/fetch_all`.
    pub exercises: BTreeMap<String, Standing>,
    /// What the code did that was checked last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<LastRun>,
}

/// A verdict in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Whether it passed.
    pub passed: bool,
    /// The points it got.
    pub score: u32,
    /// The points there are.
    pub points: u32,
    /// When it was reached, in seconds since 1970.
    pub at: u64,
}

/// One step of the exercise that was checked last: the first that failed, or the one that shows most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastRun {
    /// The exercise.
    pub exercise: String,
    /// The step.
    pub step: String,
    /// What the learner's code did.
    pub yours: Trace,
    /// What the reference solution does, if it may be shown and is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Trace>,
}

impl Status {
    /// The name and version of this form.
    pub const SCHEMA: &str = "awaitlings/status/v1";

    /// Where it lies in the copy of the course at `root`.
    pub fn file(root: &Path) -> PathBuf {
        root.join("target/awaitlings/status.json")
    }

    /// Where the served book of the copy at `root` leaves its port, for as long as it is served.
    pub fn port_file(root: &Path) -> PathBuf {
        root.join("target/awaitlings/book.port")
    }

    /// Reads the status of the copy at `root`. One that is missing or of another form is empty: it
    /// can be reached anew.
    pub fn read(root: &Path) -> Status {
        let text = fs::read_to_string(Status::file(root)).unwrap_or_default();
        let status = serde_json::from_str::<Status>(&text).ok();
        status.filter(|status| status.schema == Status::SCHEMA).unwrap_or_default()
    }

    /// Writes the status of the copy at `root`; nobody ever reads half of it.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn write(&self, root: &Path) -> io::Result<()> {
        write_whole(&Status::file(root), &serde_json::to_string(self)?)
    }
}

impl Default for Status {
    fn default() -> Status {
        Status { schema: Status::SCHEMA.to_owned(), exercises: BTreeMap::new(), last: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_of_another_version_counts_as_none() {
        let root = std::env::temp_dir().join(format!("awaitlings-status-{}", std::process::id()));
        let mut status = Status::default();
        status
            .exercises
            .insert("a/b".to_owned(), Standing { passed: true, score: 1, points: 1, at: 7 });

        status.write(&root).expect("a folder for a moment");
        let read = Status::read(&root);
        let newer = Status { schema: "awaitlings/status/v2".to_owned(), ..status.clone() };
        newer.write(&root).expect("a folder for a moment");
        let read_newer = Status::read(&root);
        fs::remove_dir_all(&root).expect("it was made here");

        assert_eq!(read, status);
        assert_eq!(read_newer, Status::default());
    }
}
