//! What the learner has reached, kept in the learner's own copy of the course.
//!
//! `.awaitlings/progress.tsv` holds what was passed, a line each, and is meant to be committed.
//! `.awaitlings/local/` stays on the machine: opened hints, exercises put off, solutions opened.
//! `.awaitlings/attempts/` keeps every file that `reset` replaced.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::course::{Course, Place, Track};

/// What the learner has reached.
#[derive(Debug, Clone)]
pub struct Progress {
    folder: PathBuf,
    /// The lines of the committed file, also those that we do not understand: they are kept.
    lines: BTreeSet<String>,
    local: Local,
}

/// What stays on the machine.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Local {
    /// The highest level opened, from 1 to 3.
    hints: BTreeMap<String, usize>,
    later: BTreeSet<String>,
    given_up: BTreeSet<String>,
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
        let folder = root.join(".awaitlings");
        let lines = read_or_default(&folder.join("progress.tsv"))?;
        let local = read_or_default(&folder.join("local/state.json"))?;
        Ok(Progress {
            lines: lines.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect(),
            // A state that cannot be understood costs a few opened hints, nothing else.
            local: serde_json::from_str(&local).unwrap_or_default(),
            folder,
        })
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

    /// Notes that an exercise was passed.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn pass(&mut self, place: Place<'_>) -> io::Result<()> {
        let id = place.id();
        let is_new = self.lines.insert(line_of(&id));
        if self.local.later.remove(&id) {
            self.write_local()?;
        }
        if is_new { self.write_lines() } else { Ok(()) }
    }

    /// Notes that an exercise is put off.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn put_off(&mut self, place: Place<'_>) -> io::Result<()> {
        self.local.later.insert(place.id());
        self.write_local()
    }

    /// Notes that the solution was opened.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn give_up(&mut self, place: Place<'_>) -> io::Result<()> {
        self.local.given_up.insert(place.id());
        self.write_local()
    }

    /// Notes that a level of hints was opened, from 1 to 3.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn open_hint(&mut self, place: Place<'_>, level: usize) -> io::Result<()> {
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
        let id = place.id();
        for id in place.exercise.was.iter().chain([&id]) {
            self.lines.remove(&line_of(id));
        }
        self.local.later.remove(&id);
        self.write_lines()?;
        self.write_local()
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
        write_whole(&self.folder.join("progress.tsv"), &text)
    }

    fn write_local(&self) -> io::Result<()> {
        let text = serde_json::to_string_pretty(&self.local).expect("the state is plain data");
        write_whole(&self.folder.join("local/state.json"), &text)
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

/// Writes a file so that at every moment either the old or the new text is there.
///
/// # Errors
///
/// If it cannot be written; then the old text is there.
pub fn write_whole(file: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut draft = file.as_os_str().to_owned();
    draft.push(".draft");
    fs::write(&draft, text)?;
    fs::rename(&draft, file).inspect_err(|_| {
        let _ = fs::remove_file(&draft);
    })
}
