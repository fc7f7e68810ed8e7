//! What the course asks: its lessons and exercises in order, as the pack holds them.

mod changes;
mod hints;
mod pack;

use std::{
    error::Error,
    fmt,
    path::{Path, PathBuf},
};

pub use changes::{Changes, Fingerprints};
pub use forms::{
    Capability, CompileError, Exercise, Kind, Manifest, Step, StubStep, Track, digest, normalized,
};
use forms::{lesson_order, nearest};
pub use hints::{Hints, LEVELS};
pub use pack::{FOUNDATION, Pack, PackError};

/// The whole course.
#[derive(Debug, Clone)]
pub struct Course {
    /// In teaching order.
    pub lessons: Vec<Lesson>,
    pack: Pack,
}

/// One lesson.
#[derive(Debug, Clone)]
pub struct Lesson {
    /// The name of its folder and package.
    pub name: String,
    /// What its manifest says.
    pub manifest: Manifest,
    /// Its hints.
    pub hints: Hints,
}

/// An exercise with the lesson it stands in.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The lesson.
    pub lesson: &'a Lesson,
    /// The exercise.
    pub exercise: &'a Exercise,
}

/// What a learner may name on the command line.
#[derive(Debug, Clone, Copy)]
pub enum Named<'a> {
    /// A whole lesson.
    Lesson(&'a Lesson),
    /// One exercise.
    Exercise(Place<'a>),
}

/// A name that the course does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// What was asked for.
    pub asked: String,
    /// The nearest names, best first.
    pub nearest: Vec<String>,
}

/// A pack that does not make a course.
#[derive(Debug)]
pub enum CourseError {
    /// The pack itself is unreadable.
    Pack(PackError),
    /// A file that must be there is not.
    Missing(String),
    /// A manifest says something it may not.
    Manifest {
        /// The manifest's path.
        file: String,
        /// What is wrong with it.
        reason: String,
    },
}

impl Course {
    /// The course this checker was built with.
    ///
    /// # Errors
    ///
    /// If the pack was written by hand and does not fit.
    pub fn embedded() -> Result<Course, CourseError> {
        let pack = Pack::parse(include_str!("../course.pack")).map_err(CourseError::Pack)?;
        Course::from_pack(pack)
    }

    /// The course in `pack`.
    ///
    /// # Errors
    ///
    /// If a file is missing or a manifest is wrong.
    pub fn from_pack(pack: Pack) -> Result<Course, CourseError> {
        let lessons = lesson_order(text_of(&pack, "Cargo.toml")?)
            .into_iter()
            .map(|name| Lesson::from_pack(&pack, name))
            .collect::<Result<_, _>>()?;
        Ok(Course { lessons, pack })
    }

    /// The given files.
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// Every exercise, in order.
    pub fn places(&self) -> impl Iterator<Item = Place<'_>> {
        self.lessons.iter().flat_map(Lesson::places)
    }

    /// What `name` means: `gather`, or `gather/fetch_all`.
    ///
    /// # Errors
    ///
    /// If there is no such lesson or exercise.
    pub fn named(&self, name: &str) -> Result<Named<'_>, Unknown> {
        let name = name.trim().trim_matches('/');
        if let Some(lesson) = self.lessons.iter().find(|lesson| lesson.name == name) {
            return Ok(Named::Lesson(lesson));
        }
        self.places().find(|place| place.id() == name).map(Named::Exercise).ok_or_else(|| {
            let names = self.lessons.iter().map(|lesson| lesson.name.clone());
            let names = names.chain(self.places().map(|place| place.id()));
            Unknown { asked: name.to_owned(), nearest: nearest(name, names) }
        })
    }
}

impl Lesson {
    fn from_pack(pack: &Pack, name: String) -> Result<Lesson, CourseError> {
        let file = format!("lessons/{name}/lesson.toml");
        let manifest = Manifest::parse(text_of(pack, &file)?)
            .map_err(|reason| CourseError::Manifest { file, reason })?;
        let hints = Hints::parse(text_of(pack, &format!("lessons/{name}/hints.md"))?);
        Ok(Lesson { name, manifest, hints })
    }

    /// The exercises, in order.
    pub fn places(&self) -> impl Iterator<Item = Place<'_>> {
        self.manifest.exercises.iter().map(move |exercise| Place { lesson: self, exercise })
    }
}

impl Place<'_> {
    /// The stable name: `gather/fetch_all`.
    pub fn id(&self) -> String {
        format!("{}/{}", self.lesson.name, self.exercise.name)
    }

    /// The learner's file, relative to the root.
    pub fn answer(&self) -> PathBuf {
        Path::new("lessons").join(&self.lesson.name).join(match self.exercise.kind {
            Kind::Test => self.steps_in_lesson(),
            _ => self.source(),
        })
    }

    /// The given steps, relative to the root; for the learner's own tests, their frame.
    pub fn steps_file(&self) -> PathBuf {
        Path::new("lessons").join(&self.lesson.name).join(self.steps_in_lesson())
    }

    /// The reference solution, relative to the root.
    pub fn solution(&self) -> PathBuf {
        Path::new("solutions").join(&self.lesson.name).join(match self.exercise.kind {
            Kind::Test => Path::new("tests").join(self.file_name()),
            _ => self.source(),
        })
    }

    /// The folder of `wrong`, `right` or `wont_compile` answers, relative to the root.
    pub fn variants(&self, sort: &str) -> PathBuf {
        let folder = Path::new("solutions").join(&self.lesson.name).join(sort);
        folder.join(&self.exercise.name)
    }

    /// The file in which a function, or a program, is written, relative to its package.
    fn source(&self) -> PathBuf {
        let folder = if self.exercise.is_program() { "src/bin" } else { "src" };
        Path::new(folder).join(self.file_name())
    }

    fn steps_in_lesson(&self) -> PathBuf {
        Path::new("tests").join(&self.lesson.name).join(self.file_name())
    }

    fn file_name(&self) -> String {
        format!("{}.rs", self.exercise.name)
    }
}

fn text_of<'a>(pack: &'a Pack, file: &str) -> Result<&'a str, CourseError> {
    pack.text(file).ok_or_else(|| CourseError::Missing(file.to_owned()))
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no lesson or exercise `{}`", self.asked)?;
        match self.nearest.as_slice() {
            [] => Ok(()),
            [one] => write!(f, "; did you mean `{one}`?"),
            [most @ .., last] => {
                let most: Vec<String> = most.iter().map(|name| format!("`{name}`")).collect();
                write!(f, "; did you mean {} or `{last}`?", most.join(", "))
            }
        }
    }
}

impl Error for Unknown {}

impl fmt::Display for CourseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CourseError::Pack(_) => f.write_str("the course pack cannot be read"),
            CourseError::Missing(file) => write!(f, "`{file}` is missing from the course pack"),
            CourseError::Manifest { file, reason } => write!(f, "`{file}`: {reason}"),
        }
    }
}

impl Error for CourseError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            CourseError::Pack(error) => Some(error),
            _ => None,
        }
    }
}
