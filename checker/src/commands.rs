//! The verbs of the command line, each one a function from a session to a reply.

mod book;
mod completions;
mod diff;
mod doctor;
mod hint;
mod list;
mod mistakes;
mod mutate;
mod next;
mod reset;
mod run;
mod solution;
mod timeline;
mod update;
mod verify;

use std::{error::Error, fmt, io, path::Path, sync::Arc};

pub use book::{Browser, Served, open, serve, served};
pub use completions::complete;
pub use diff::diff;
pub use doctor::doctor;
pub use hint::hint;
pub(crate) use list::{id_width, line, summary};
pub use list::{list, standing};
pub use mistakes::mistakes;
pub use mutate::mutate;
pub use next::{later, next};
pub use reset::{reset, reset_given};
pub use run::{Request, Scope, run};
pub use solution::{GiveUp, solution};
pub use timeline::timeline;
pub use update::{news, update};
pub use verify::{verify, write_pack};

use crate::{
    build::BuildError,
    course::{Changes, Course, CourseError, Fingerprints, Named, Place},
    exit::Exit,
    grade::{GradeError, Grader},
    progress::{Progress, Standing},
    run::Canceled,
    status,
    text::Color,
    verdict::Verdict,
    workspace::Workspace,
};

/// What every command works with.
#[derive(Debug, Clone)]
pub struct Session {
    /// The learner's copy of the course.
    pub workspace: Workspace,
    /// What is asked.
    pub course: Arc<Course>,
    /// What was reached.
    pub progress: Progress,
    /// What is different in the course since the learner's last visit.
    pub news: Changes,
    /// Whether to use color.
    pub color: Color,
    /// Whether to answer people or programs.
    pub form: Form,
    /// Stops what runs.
    pub canceled: Canceled,
}

/// Whether a reply is for people or for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Words.
    Words,
    /// JSON, as `checker/JSON.md` describes it.
    Json,
}

/// What a command answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// For standard output.
    pub text: String,
    /// For the shell.
    pub exit: Exit,
}

/// Why a command has no answer.
#[derive(Debug)]
pub struct Trouble {
    /// For the shell.
    pub exit: Exit,
    error: Box<dyn Error + Send + Sync>,
}

impl Session {
    /// The session of somebody who stands in `folder`.
    ///
    /// # Errors
    ///
    /// If `folder` is not in a copy of the course, or its progress cannot be read.
    pub fn open(folder: &Path, color: Color, form: Form) -> Result<Session, Trouble> {
        let workspace = Workspace::above(folder).map_err(Trouble::asked_wrongly)?;
        let course = Arc::new(Course::embedded()?);
        let progress = Progress::read(workspace.root()).map_err(|error| {
            Trouble::could_not_check(Context::new("`.awaitlings` cannot be read", error))
        })?;
        let news = progress.seen(&Fingerprints::of(&course));
        let canceled = Canceled::default();
        Ok(Session { workspace, course, progress, news, color, form, canceled })
    }

    /// Notes a verdict on the learner's own answer, completes it with what the progress knows, and
    /// says what could not be written down, if anything.
    pub fn note(&mut self, place: Place<'_>, verdict: &mut Verdict) -> String {
        let noted = self.progress.note(place, verdict);
        verdict.unaided = self.progress.is_unaided(place);
        status::note(self.workspace.root(), place, verdict);
        match noted {
            Ok(()) => String::new(),
            Err(error) => format!("\nnote: your progress could not be written down: {error}\n"),
        }
    }

    /// A grader of the learner's answers; `color` is the compiler's.
    pub(crate) fn grader(&self, color: Color) -> Grader<'_> {
        Grader {
            workspace: &self.workspace,
            course: &self.course,
            has_color: color == Color::On,
            canceled: self.canceled.clone(),
        }
    }

    /// The exercise that `name` means, or the current one; the first of a lesson.
    fn exercise(&self, name: Option<&str>) -> Result<Option<Place<'_>>, Trouble> {
        let Some(name) = name else { return Ok(self.progress.current(&self.course)) };
        match self.course.named(name).map_err(Trouble::asked_wrongly)? {
            Named::Exercise(place) => Ok(Some(place)),
            Named::Lesson(lesson) => Err(Trouble::asked_wrongly(Message(format!(
                "`{}` is a lesson: which exercise? {}",
                lesson.name,
                lesson
                    .places()
                    .map(|place| format!("`{}`", place.id()))
                    .collect::<Vec<_>>()
                    .join(", ")
            )))),
        }
    }

    /// Refuses what would give an exercise away that is neither passed nor given up.
    fn refuse_if_open(&self, place: Place<'_>, what: &str) -> Result<(), Trouble> {
        match self.progress.standing(place) {
            Standing::Passed | Standing::GivenUp => Ok(()),
            Standing::Open | Standing::Later => Err(Trouble::asked_wrongly(Message(format!(
                "{} is not passed yet, and {what} would give it away",
                place.id()
            )))),
        }
    }

    /// As [`Session::exercise`], where nothing can be done without one.
    fn one_exercise(&self, name: Option<&str>) -> Result<Place<'_>, Trouble> {
        self.exercise(name)?.ok_or_else(|| {
            Trouble::asked_wrongly(Message(
                "you have passed the whole course: name the exercise you mean".to_owned(),
            ))
        })
    }
}

impl Reply {
    /// An answer to a question that was in order.
    pub fn of(text: impl Into<String>) -> Reply {
        Reply { text: text.into(), exit: Exit::Passed }
    }
}

impl Trouble {
    /// The question was wrong.
    pub fn asked_wrongly(error: impl Error + Send + Sync + 'static) -> Trouble {
        Trouble { exit: Exit::AskedWrongly, error: Box::new(error) }
    }

    /// Something kept us from an answer.
    pub fn could_not_check(error: impl Error + Send + Sync + 'static) -> Trouble {
        Trouble { exit: Exit::CouldNotCheck, error: Box::new(error) }
    }

    /// What happened.
    pub fn error(&self) -> &(dyn Error + 'static) {
        self.error.as_ref()
    }
}

impl From<GradeError> for Trouble {
    fn from(error: GradeError) -> Trouble {
        Trouble::could_not_check(error)
    }
}

impl From<BuildError> for Trouble {
    fn from(error: BuildError) -> Trouble {
        Trouble::could_not_check(error)
    }
}

impl From<CourseError> for Trouble {
    fn from(error: CourseError) -> Trouble {
        Trouble::could_not_check(error)
    }
}

/// A sentence that says all there is to say.
#[derive(Debug)]
struct Message(String);

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for Message {}

/// What we were doing when something else went wrong.
#[derive(Debug)]
struct Context {
    doing: String,
    cause: io::Error,
}

impl Context {
    fn new(doing: impl Into<String>, cause: io::Error) -> Context {
        Context { doing: doing.into(), cause }
    }
}

impl fmt::Display for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.doing)
    }
}

impl Error for Context {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.cause)
    }
}
