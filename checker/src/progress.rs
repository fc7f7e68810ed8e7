//! What the learner has reached, kept in the learner's own copy of the course.
//!
//! `.awaitlings/progress.tsv` holds what was passed, a line each, and is meant to be committed.
//! `.awaitlings/local/` stays on the machine: runs, times, opened hints and solutions, exercises
//! put off. `.awaitlings/attempts/` keeps every file that `reset` replaced.
//!
//! Two checkers may be at work on one copy of the course, a watching one and one in a script: each
//! change is made to what lies on the disk at that moment.

mod local;

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use forms::write_whole;
use serde::Serialize;

use crate::{
    course::{Changes, Course, Fingerprints, Place, Track},
    verdict::Verdict,
};
use local::Local;
pub use local::{Attempts, LastFailure};

/// What the learner has reached.
#[derive(Debug, Clone)]
pub struct Progress {
    folder: PathBuf,
    /// The lines of the committed file, also those that we do not understand: they are kept.
    lines: BTreeSet<String>,
    local: Local,
}

/// Where an exercise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Passed.
    Passed,
    /// Its solution was opened before it was passed.
    GivenUp,
    /// Put off.
    Later,
    /// Not passed.
    Open,
}

impl Progress {
    /// Reads the progress of the copy of the course at `root`.
    ///
    /// # Errors
    ///
    /// If a file is there and cannot be read; what is not there is no progress.
    pub fn read(root: &Path) -> io::Result<Progress> {
        let mut progress = Progress {
            folder: root.join(".awaitlings"),
            lines: BTreeSet::new(),
            local: Local::default(),
        };
        progress.reload()?;
        Ok(progress)
    }

    /// Reads the progress anew: another checker may have written.
    ///
    /// # Errors
    ///
    /// If a file is there and cannot be read; then what was known stays known.
    pub fn reload(&mut self) -> io::Result<()> {
        let lines = read_or_default(&self.lines_file())?;
        let local = read_or_default(&self.local_file())?;
        // Where two branches met, both are right: what was passed was passed.
        let is_line = |line: &&str| {
            !line.is_empty()
                && !["<<<<<<<", "=======", ">>>>>>>"].iter().any(|m| line.starts_with(m))
        };
        self.lines = lines.lines().filter(is_line).map(str::to_owned).collect();
        // A state that cannot be understood costs a few opened hints, nothing else.
        self.local = serde_json::from_str(&local).unwrap_or_default();
        Ok(())
    }

    /// Where an exercise stands.
    pub fn standing(&self, place: Place<'_>) -> Standing {
        let id = place.id();
        if self.is_passed(place) {
            Standing::Passed
        } else if self.local.given_up.contains(&id) {
            Standing::GivenUp
        } else if self.local.later.contains(&id) {
            Standing::Later
        } else {
            Standing::Open
        }
    }

    /// The exercise to go on with: the first open one of the core, then those put off, then those
    /// given up, which come back once; then the same for what goes beyond the core.
    pub fn current<'a>(&self, course: &'a Course) -> Option<Place<'a>> {
        let of = |track: Track, standing: Standing| {
            course
                .places()
                .find(|place| place.exercise.track == track && self.standing(*place) == standing)
        };
        [Track::Core, Track::More].into_iter().find_map(|track| {
            [Standing::Open, Standing::Later, Standing::GivenUp]
                .into_iter()
                .find_map(|standing| of(track, standing))
        })
    }

    /// Notes a verdict: that an exercise was passed, or how it failed.
    ///
    /// # Errors
    ///
    /// If a file cannot be written.
    pub fn note(&mut self, place: Place<'_>, verdict: &Verdict) -> io::Result<()> {
        self.reload()?;
        let id = place.id();
        if let Some(failure) = &verdict.failure {
            let last = LastFailure {
                kind: failure.kind.to_owned(),
                hint: failure.hint.map(str::to_owned),
                read: failure.read.clone(),
                is_hinted: false,
            };
            self.local.fail(&id, last);
            return self.write_local();
        }
        if self.lines.insert(line_of(&id)) {
            self.write_lines()?;
        }
        self.local.pass(&id);
        self.write_local()
    }

    /// Whether it was passed on this machine without the third hint and the solution.
    pub fn is_unaided(&self, place: Place<'_>) -> bool {
        self.is_passed(place) && self.local.unaided.contains(&place.id())
    }

    /// What is known of its runs on this machine.
    pub fn attempts(&self, place: Place<'_>) -> Attempts {
        self.local.attempts.get(&place.id()).cloned().unwrap_or_default()
    }

    /// Notes that the hint about the last failure was shown.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn hinted(&mut self, place: Place<'_>) -> io::Result<()> {
        self.reload()?;
        let attempts = self.local.attempts.get_mut(&place.id());
        if let Some(failure) = attempts.and_then(|attempts| attempts.failure.as_mut()) {
            failure.is_hinted = true;
        }
        self.write_local()
    }

    /// Notes that an exercise is put off.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn put_off(&mut self, place: Place<'_>) -> io::Result<()> {
        self.reload()?;
        self.local.later.insert(place.id());
        self.write_local()
    }

    /// Notes that the solution was opened.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn give_up(&mut self, place: Place<'_>) -> io::Result<()> {
        self.reload()?;
        self.local.given_up.insert(place.id());
        self.write_local()
    }

    /// Notes that a level of hints was opened, from 1 to 3.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn open_hint(&mut self, place: Place<'_>, level: usize) -> io::Result<()> {
        self.reload()?;
        let opened = self.local.hints.entry(place.id()).or_default();
        *opened = level.max(*opened);
        self.write_local()
    }

    /// The highest level of hints opened so far, from 0 to 3.
    pub fn opened_hints(&self, place: Place<'_>) -> usize {
        self.local.hints.get(&place.id()).copied().unwrap_or_default()
    }

    /// Notes that an exercise begins anew.
    ///
    /// # Errors
    ///
    /// If a file cannot be written.
    pub fn forget(&mut self, place: Place<'_>) -> io::Result<()> {
        self.reload()?;
        let id = place.id();
        for id in place.exercise.was.iter().chain([&id]) {
            self.lines.remove(&line_of(id));
        }
        self.local.later.remove(&id);
        self.local.attempts.remove(&id);
        self.local.unaided.remove(&id);
        self.write_lines()?;
        self.write_local()
    }

    /// Notes which version of the course the learner has seen, and says what is different from the
    /// one before. On the first visit nothing is.
    pub fn seen(&self, now: &Fingerprints) -> Changes {
        let file = self.folder.join("local/course.json");
        let before = read_or_default(&file).ok();
        let before = before.and_then(|text| serde_json::from_str::<Fingerprints>(&text).ok());
        if before.as_ref() != Some(now) {
            let text = serde_json::to_string(now).expect("fingerprints are plain data");
            // Where it cannot be written, the same is said once more next time.
            let _ = write_whole(&file, &text);
        }
        before.map(|before| before.changes(now)).unwrap_or_default()
    }

    /// Keeps a copy of `file` among the attempts and says where.
    ///
    /// # Errors
    ///
    /// If the copy cannot be made; then nothing else may happen to `file`.
    pub fn keep_attempt(&self, file: &Path, name: &str) -> io::Result<PathBuf> {
        let folder = self.folder.join("attempts").join(name);
        fs::create_dir_all(&folder)?;
        let ending = file.extension().unwrap_or_default().to_string_lossy();
        for number in 1.. {
            let copy = folder.join(format!("{number}.{ending}"));
            // Creating it anew: an attempt that is kept is never written over.
            match fs::File::create_new(&copy) {
                Ok(mut kept) => {
                    io::copy(&mut fs::File::open(file)?, &mut kept)?;
                    return Ok(copy);
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        unreachable!("there are more numbers than attempts")
    }

    fn is_passed(&self, place: Place<'_>) -> bool {
        let id = place.id();
        place.exercise.was.iter().chain([&id]).any(|id| self.lines.contains(&line_of(id)))
    }

    fn write_lines(&self) -> io::Result<()> {
        let text: String = self.lines.iter().map(|line| format!("{line}\n")).collect();
        write_whole(&self.lines_file(), &text)
    }

    fn write_local(&self) -> io::Result<()> {
        let text = serde_json::to_string_pretty(&self.local).expect("the state is plain data");
        write_whole(&self.local_file(), &text)
    }

    fn lines_file(&self) -> PathBuf {
        self.folder.join("progress.tsv")
    }

    fn local_file(&self) -> PathBuf {
        self.folder.join("local/state.json")
    }
}

fn line_of(id: &str) -> String {
    format!("{id}\tpassed")
}

fn read_or_default(file: &Path) -> io::Result<String> {
    match fs::read_to_string(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        other => other,
    }
}
