//! Brings a newer course into the learner's copy and keeps the learner's work.
//!
//! Git merges what others wrote; what the learner wrote is out of its way meanwhile, with a copy in
//! `.awaitlings/attempts`, and comes back afterwards. No marker of a conflict ever stands in a
//! learner's file.

mod git;

use std::{
    error::Error,
    fmt, fs, io,
    path::{Path, PathBuf},
};

use forms::write_whole;
use serde::Serialize;

use crate::{
    course::{Changes, Course, Fingerprints, Pack, Place},
    grade::slashed,
    progress::Progress,
    workspace::Workspace,
};
use git::Git;

/// What an update did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Update {
    /// How many commits came.
    pub commits: usize,
    /// What is different in the course.
    #[serde(flatten)]
    pub changes: Changes,
    /// The learner's files into which a changed stub was merged.
    pub merged: Vec<String>,
    /// The learner's files that are as they were although their stub is another: both changed the
    /// same lines.
    pub unmerged: Vec<String>,
}

/// Why there was no update. The learner's files are as they were.
#[derive(Debug)]
pub enum UpdateError {
    /// Git could not be started.
    Start(io::Error),
    /// This copy follows no other.
    NoUpstream,
    /// Git said no.
    Refused {
        /// To what.
        command: String,
        /// Its words.
        said: String,
    },
    /// A file could not be read or written.
    File {
        /// Which.
        file: PathBuf,
        /// Why.
        error: io::Error,
    },
}

/// A file that the learner has changed, and what is in it.
struct Work {
    id: String,
    path: PathBuf,
    text: String,
    /// What was given before the update.
    stub: String,
}

/// Merges what the copy's upstream has.
///
/// # Errors
///
/// If git is missing or refuses; then everything is as it was.
pub fn update(
    workspace: &Workspace,
    course: &Course,
    progress: &Progress,
) -> Result<Update, UpdateError> {
    let git = Git::at(workspace.root());
    git.ask(&["rev-parse", "--abbrev-ref", "@{upstream}"]).map_err(|error| match error {
        UpdateError::Refused { .. } => UpdateError::NoUpstream,
        other => other,
    })?;
    git.ask(&["fetch"])?;
    let commits = git.ask(&["rev-list", "--count", "HEAD..@{upstream}"])?;
    let commits = commits.trim().parse().unwrap_or_default();
    if commits == 0 {
        return Ok(Update::default());
    }

    let work = put_aside(workspace, course, progress, &git)?;
    if let Err(error) = git.ask(&["merge", "--no-edit", "@{upstream}"]) {
        // Where nothing was merged there is nothing to abort.
        let _ = git.ask(&["merge", "--abort"]);
        for Work { path, text, .. } in &work {
            write(workspace, path, text)?;
        }
        return Err(error);
    }

    let mut update = Update { commits, changes: changes(workspace, course), ..Update::default() };
    for work in work {
        bring_back(workspace, &git, work, &mut update)?;
    }
    Ok(update)
}

/// Copies every file that the learner has changed since the last commit, and has git's own text in
/// its place.
fn put_aside(
    workspace: &Workspace,
    course: &Course,
    progress: &Progress,
    git: &Git<'_>,
) -> Result<Vec<Work>, UpdateError> {
    let changed = git.ask(&["diff", "--name-only", "-z", "HEAD", "--", "lessons"])?;
    let is_changed =
        |place: &Place<'_>| changed.split('\0').any(|path| path == slashed(&place.answer()));
    let mut work = Vec::new();
    for place in course.places().filter(is_changed) {
        let path = place.answer();
        let file = workspace.root().join(&path);
        let failed = |error| UpdateError::File { file: file.clone(), error };
        // A file that was deleted comes back with the update.
        let Ok(bytes) = fs::read(&file) else { continue };
        progress.keep_attempt(&file, &place.id()).map_err(failed)?;
        // What is no text cannot be merged: it stays where it is, and git decides.
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let stub = course.pack().text(&slashed(&path)).unwrap_or_default().to_owned();
        work.push(Work { id: place.id(), path, text, stub });
    }
    for Work { path, .. } in &work {
        git.ask(&["checkout", "HEAD", "--", &slashed(path)])?;
    }
    Ok(work)
}

/// Puts the learner's text back, with what has changed in the stub if the two do not meet.
fn bring_back(
    workspace: &Workspace,
    git: &Git<'_>,
    work: Work,
    update: &mut Update,
) -> Result<(), UpdateError> {
    let file = workspace.root().join(&work.path);
    let Ok(now) = fs::read_to_string(&file) else {
        // The exercise is gone; what was written is among the attempts.
        return Ok(());
    };
    let is_changed = update.changes.stub.contains(&work.id);
    let merged = match is_changed {
        true => git
            .merged(&work.text, &work.stub, &now)
            .map_err(|error| UpdateError::File { file: file.clone(), error })?,
        false => None,
    };
    match merged {
        Some(merged) => {
            update.merged.push(slashed(&work.path));
            write(workspace, &work.path, &merged)
        }
        None => {
            if is_changed {
                update.unmerged.push(slashed(&work.path));
            }
            write(workspace, &work.path, &work.text)
        }
    }
}

fn write(workspace: &Workspace, path: &Path, text: &str) -> Result<(), UpdateError> {
    let file = workspace.root().join(path);
    write_whole(&file, text).map_err(|error| UpdateError::File { file, error })
}

/// What the course that lies there now has changed, as far as its pack can be read.
fn changes(workspace: &Workspace, before: &Course) -> Changes {
    let pack = fs::read_to_string(workspace.root().join("checker/course.pack")).ok();
    let after = pack.and_then(|text| Course::from_pack(Pack::parse(&text).ok()?).ok());
    let after = after.map(|course| Fingerprints::of(&course));
    after.map(|after| Fingerprints::of(before).changes(&after)).unwrap_or_default()
}

impl fmt::Display for UpdateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            UpdateError::Start(_) => f.write_str("`git` could not be started"),
            UpdateError::NoUpstream => f.write_str(
                "this copy follows no other: clone the course with git, or have your branch follow \
                 one with `git branch --set-upstream-to`",
            ),
            UpdateError::Refused { command, said } => write!(
                f,
                "the course was not updated and your files are as they were; `{command}` said:\n{said}"
            ),
            UpdateError::File { file, .. } => {
                write!(f, "`{}` cannot be read or written", file.display())
            }
        }
    }
}

impl Error for UpdateError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            UpdateError::Start(error) | UpdateError::File { error, .. } => Some(error),
            UpdateError::NoUpstream | UpdateError::Refused { .. } => None,
        }
    }
}
