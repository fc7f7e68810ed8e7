//! Grades one answer: compiles it with the given steps, runs them, and asks for the verdict.

mod answer;
mod error;
mod explored;
mod own_tests;
mod parallel;
mod rejection;
mod tasks;

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use forms::write_whole;

use crate::{
    build::{self, BuildError, Compiled, Tokio, Toolchain},
    course::{Course, Kind, Place, normalized},
    listener::Listener,
    run::{self, Canceled, Ending, StepRun},
    verdict::{Source, Sources, Verdict},
    workspace::Workspace,
};

pub use answer::{Answer, files_in, stem};
pub use error::GradeError;
pub use parallel::in_parallel;
pub use rejection::Rejection;

/// Grades answers to the exercises of one course.
#[derive(Debug, Clone)]
pub struct Grader<'a> {
    /// Where the learner's files are.
    pub workspace: &'a Workspace,
    /// What is asked.
    pub course: &'a Course,
    /// Whether the compiler's words may have color.
    pub has_color: bool,
    /// Stops it.
    pub canceled: Canceled,
}

/// Whether a program knows the lines it was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lines {
    /// No: it is made sooner.
    Unknown,
    /// Yes: a stack names them.
    Known,
}

/// How an answer is compiled with its steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Form {
    tokio: Tokio,
    lines: Lines,
}

impl Form {
    const PLAIN: Form = Form { tokio: Tokio::Itself, lines: Lines::Unknown };

    /// The folder that it needs beside that of the plain form.
    fn folder(self) -> &'static str {
        match (self.tokio, self.lines) {
            (Tokio::Itself, Lines::Unknown) => "",
            (Tokio::Itself, Lines::Known) => "/lines",
            (Tokio::Facade, Lines::Unknown) => "/explored",
            (Tokio::Facade, Lines::Known) => "/explored_lines",
        }
    }
}

impl Grader<'_> {
    /// Grades the learner's own file, which comes back at every save.
    ///
    /// # Errors
    ///
    /// If the answer could not be graded.
    pub fn grade(&self, place: Place<'_>, listener: &dyn Listener) -> Result<Verdict, GradeError> {
        self.grade_own(place, true, listener)
    }

    /// Grades the learner's files, as many at a time as there are processors.
    ///
    /// # Errors
    ///
    /// If an answer could not be graded.
    pub fn grade_all(
        &self,
        places: &[Place<'_>],
        listener: &dyn Listener,
    ) -> Result<Vec<Verdict>, GradeError> {
        // Cargo is asked for each lesson once, and not by everyone at a time.
        for place in places {
            self.toolchain(*place, listener)?;
        }
        let done = AtomicUsize::new(0);
        in_parallel(places, |place| {
            let verdict = self.grade_own(*place, false, listener);
            listener.checked(done.fetch_add(1, Ordering::Relaxed) + 1, places.len());
            verdict
        })
    }

    fn grade_own(
        &self,
        place: Place<'_>,
        is_saved_often: bool,
        listener: &dyn Listener,
    ) -> Result<Verdict, GradeError> {
        let answer = Answer::own(self.workspace.root().join(place.answer()), is_saved_often);
        if !answer.file.exists() {
            return Err(GradeError::Missing { file: place.answer(), exercise: place.id() });
        }
        let toolchain = self.toolchain(place, listener)?;
        if !toolchain.strangers.is_empty() {
            return Err(GradeError::Foundation { strangers: toolchain.strangers });
        }
        let mut verdict = self.grade_answer(place, &answer, listener);
        if let Ok(verdict) = &mut verdict {
            verdict.notices.extend(self.notices(place));
        }
        let folder = build::folder(self.workspace, &label_of(place, &answer.label));
        // Of use to nobody else; what is left of it goes with the target folder.
        let _ = fs::remove_dir_all(folder);
        verdict
    }

    /// Grades any file as an answer.
    ///
    /// # Errors
    ///
    /// If the answer could not be graded.
    pub fn grade_answer(
        &self,
        place: Place<'_>,
        answer: &Answer,
        listener: &dyn Listener,
    ) -> Result<Verdict, GradeError> {
        // Read first: a missing answer is told at once, not after a minute of building. Bytes that are
        // no text are the compiler's business.
        let text = String::from_utf8_lossy(&answer::read(&answer.file)?).into_owned();
        let toolchain = self.toolchain(place, listener)?;
        if place.exercise.kind == Kind::Test {
            return self.grade_own_tests(place, answer, &text, &toolchain);
        }

        let stub = self.given(&place.answer()).unwrap_or_default();
        let changed = build::differences(place.exercise.kind, stub, &text);
        let compiled = self.compile(place, &toolchain, answer)?;
        let Some(program) = &compiled.program else {
            let failure = Verdict::of_compile_failure(place, compiled.diagnostics);
            return Ok(Verdict { notices: changed, ..failure });
        };
        if !changed.is_empty() {
            return Ok(Verdict::of_changed_stub(place, changed));
        }
        let plain = place.exercise.steps.iter().filter(|step| !step.explored);
        let steps: Vec<&str> = plain.map(|step| step.name.as_str()).collect();
        let runs = self.run_all(&steps, program, run::run_step)?;
        let plain = Tokio::Itself;
        let mut runs = self.with_place(place, &toolchain, answer, &steps, plain, runs)?;
        runs.extend(self.explored(place, &toolchain, answer, &runs)?);
        let (steps_path, answer_path) = (slashed(&place.steps_file()), self.shown(&answer.file));
        let steps = self.given(&place.steps_file()).unwrap_or_default();
        let sources = Sources {
            steps: Source { path: &steps_path, text: steps },
            answer: Source { path: &answer_path, text: &text },
        };
        Ok(Verdict::of_runs(place, &sources, runs))
    }

    fn toolchain(
        &self,
        place: Place<'_>,
        listener: &dyn Listener,
    ) -> Result<Toolchain, GradeError> {
        let pack = self.course.pack();
        Ok(Toolchain::of(self.workspace, pack, &place.lesson.name, listener)?)
    }

    /// Compiles an answer with the given steps.
    ///
    /// # Errors
    ///
    /// If the tools fail.
    pub fn compile(
        &self,
        place: Place<'_>,
        toolchain: &Toolchain,
        answer: &Answer,
    ) -> Result<Compiled, GradeError> {
        self.compile_as(Form::PLAIN, place, toolchain, answer)
    }

    fn compile_as(
        &self,
        form: Form,
        place: Place<'_>,
        toolchain: &Toolchain,
        answer: &Answer,
    ) -> Result<Compiled, GradeError> {
        let steps = self.pristine(place)?;
        let label = format!("{}{}", answer.label, form.folder());
        let sources = build::Sources {
            lesson: &place.lesson.name,
            exercise: &place.exercise.name,
            answer: answer.file.clone(),
            is_program: place.exercise.is_program(),
            steps,
            steps_shown_as: place.steps_file(),
            label: label_of(place, &label),
            has_color: self.has_color,
            has_lines: form.lines == Lines::Known,
            tokio: form.tokio,
            is_saved_often: answer.is_saved_often && form == Form::PLAIN,
        };
        Ok(build::compile(self.workspace, toolchain, &sources, &self.canceled)?)
    }

    /// The runs, the first failure with the line it is stuck on, was dropped at, or left a task from.
    ///
    /// Only a stack tells where something waits, only a program that knows its lines has such a
    /// stack, and only a façade of tokio knows its tasks: the step runs once more in such a program,
    /// which few answers have to wait for.
    fn with_place(
        &self,
        place: Place<'_>,
        toolchain: &Toolchain,
        answer: &Answer,
        steps: &[&str],
        tokio: Tokio,
        mut runs: Vec<StepRun>,
    ) -> Result<Vec<StepRun>, GradeError> {
        let first = steps.iter().zip(&mut runs).find(|(_, run)| !run.ending.is_passed());
        let is_worth_it = |step: &str, run: &StepRun| {
            answer.wants_lines && (run.wants_lines() || run.may_be_about_a_task_left(step))
        };
        let Some((step, run)) = first.filter(|(step, run)| is_worth_it(step, run)) else {
            return Ok(runs);
        };
        // The façade tells of each task; what does not compile with it is told by tokio itself.
        let facade = Some(Tokio::Facade).filter(|_| run.is_about_tasks(step));
        let itself = Some(tokio).filter(|_| run.wants_lines());
        for tokio in facade.into_iter().chain(itself) {
            let with_lines = Form { tokio, lines: Lines::Known };
            let compiled = self.compile_as(with_lines, place, toolchain, answer)?;
            let Some(program) = &compiled.program else { continue };
            let mut again = self.run_all(&[*step], program, run::run_step)?;
            again.iter_mut().for_each(|again| self.add_sources(again));
            let is_same = |again: &StepRun| {
                // A panic may end the message with the tasks that are left.
                let says_as_much = again.message.starts_with(&run.message) || run.wants_lines();
                again.ending == run.ending && !again.wants_lines() && says_as_much
            };
            if let Some(again) = again.into_iter().find(is_same) {
                *run = again;
                break;
            }
        }
        Ok(runs)
    }

    /// Runs every step at the same time: those that block wait together.
    fn run_all(
        &self,
        names: &[&str],
        program: &Path,
        run: fn(&Path, &str, &Path, &Canceled) -> io::Result<StepRun>,
    ) -> Result<Vec<StepRun>, GradeError> {
        let folder = program.parent().expect("a program lies in a folder");
        let runs: Vec<io::Result<StepRun>> = thread::scope(|scope| {
            let threads: Vec<_> = names
                .iter()
                .map(|name| scope.spawn(|| run(program, name, folder, &self.canceled)))
                .collect();
            let joined = threads
                .into_iter()
                .map(|thread| thread.join().expect("running a process does not panic"));
            joined.collect()
        });
        let runs = runs.into_iter().collect::<io::Result<Vec<_>>>().map_err(GradeError::Run)?;
        if runs.iter().any(|run| run.ending == Ending::Canceled) {
            return Err(GradeError::Canceled);
        }
        Ok(runs)
    }

    /// The given steps as the pack has them, in a file that the learner has no reason to touch.
    fn pristine(&self, place: Place<'_>) -> Result<PathBuf, GradeError> {
        let path = place.steps_file();
        let file = self.workspace.scratch().join("pristine").join(&path);
        let text = self.given(&path).unwrap_or_default();
        if fs::read_to_string(&file).is_ok_and(|there| there == text) {
            return Ok(file);
        }
        let failed = |error| BuildError::File { path: file.display().to_string(), error };
        write_whole(&file, text).map_err(failed)?;
        Ok(file)
    }

    /// A path as the compiler's messages and the panics name it.
    fn shown(&self, file: &Path) -> String {
        slashed(file.strip_prefix(self.workspace.root()).unwrap_or(file))
    }

    fn given(&self, path: &Path) -> Option<&str> {
        self.course.pack().text(&slashed(path))
    }

    /// What the learner should know about the given files of an exercise.
    fn notices(&self, place: Place<'_>) -> Vec<String> {
        let lesson = &place.lesson.name;
        let steps = slashed(&place.steps_file());
        let main = format!("lessons/{lesson}/tests/{lesson}/main.rs");
        let manifest = format!("lessons/{lesson}/lesson.toml");
        let given = [steps, main, manifest].into_iter();
        let given = given.skip(usize::from(place.exercise.kind == Kind::Test));
        given.filter_map(|path| self.notice(lesson, &path)).collect()
    }

    fn notice(&self, lesson: &str, path: &str) -> Option<String> {
        let what = match fs::read_to_string(self.workspace.root().join(path)) {
            Ok(text) if self.course.pack().text(path) == Some(normalized(&text).as_str()) => {
                return None;
            }
            Ok(_) => "was edited",
            Err(error) if error.kind() == io::ErrorKind::NotFound => "is missing",
            Err(_) => "cannot be read",
        };
        Some(format!(
            "`{path}` {what}; the checker used its own copy. \
             To restore it: `cargo checker reset {lesson} --given`"
        ))
    }
}

/// A path with forward slashes, as the pack names files.
pub(crate) fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn label_of(place: Place<'_>, answer: &str) -> String {
    format!("{}/{}/{answer}", place.lesson.name, place.exercise.name)
}
