//! What the learner has reached, as the checker has written it down.

use std::{fs, path::Path, time::SystemTime};

use forms::{LastRun, Status};
use serde_json::json;

/// What pages are told of the learner's status.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Live {
    /// The verdicts, and which exercise was checked last: for the pages' script.
    pub json: String,
    /// The run that was checked last: drawn by the server.
    pub last: Option<LastRun>,
}

/// What is seen of a file without reading it.
pub type Stamp = Option<(u64, Option<SystemTime>)>;

/// The size of a file and when it was changed; nothing if it is not there.
pub fn stamp(file: &Path) -> Stamp {
    fs::metadata(file).ok().map(|meta| (meta.len(), meta.modified().ok()))
}

/// The status of the copy at `root`, if its file is another one than was `seen`.
pub fn changed(root: &Path, seen: &mut Option<Stamp>) -> Option<Live> {
    let now = stamp(&Status::file(root));
    if *seen == Some(now) {
        return None;
    }
    *seen = Some(now);
    Some(Live::of(Status::read(root)))
}

impl Live {
    fn of(status: Status) -> Live {
        let last = status.last.as_ref().map(|last| {
            json!({
                "exercise": last.exercise,
                "step": last.step,
                "has_reference": last.reference.is_some(),
            })
        });
        let json = json!({ "exercises": status.exercises, "last": last });
        Live { json: json.to_string(), last: status.last }
    }
}

#[cfg(test)]
mod tests {
    use forms::Standing;

    use super::*;

    #[test]
    fn a_verdict_is_seen_once() {
        let root = tempfile::tempdir().expect("a folder for a moment");
        let mut seen = None;
        let none = changed(root.path(), &mut seen).expect("the first look");

        let mut status = Status::default();
        let standing = Standing { passed: true, score: 8, points: 8, at: 7 };
        status.exercises.insert("gather/fetch_all".to_owned(), standing);
        status.write(root.path()).expect("a status can be written");
        let told = changed(root.path(), &mut seen).expect("another file");

        assert_eq!(none.json, r#"{"exercises":{},"last":null}"#);
        assert_eq!(
            told.json,
            r#"{"exercises":{"gather/fetch_all":{"at":7,"passed":true,"points":8,"score":8}},"last":null}"#
        );
        assert_eq!(changed(root.path(), &mut seen), None);
    }
}
