//! A lesson's manifest, `lesson.toml`: the one place that says what a lesson consists of.

use serde::{Deserialize, Serialize};

/// What a lesson consists of.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The lesson's title.
    pub title: String,
    /// The pattern it teaches, as a sentence.
    pub pattern: String,
    /// Its counterpart in asyncio.
    pub asyncio: String,
    /// The exercises, in order.
    #[serde(rename = "exercise")]
    pub exercises: Vec<Exercise>,
}

/// One exercise.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// The name of its file and module.
    pub name: String,
    /// The pattern, then the story.
    pub title: String,
    /// What the learner does.
    pub kind: Kind,
    /// Whether the lesson is passed without it.
    pub track: Track,
    /// How hard it is, from 1 to 5.
    pub stars: u8,
    /// The Rust it needs.
    #[serde(default)]
    pub needs: Vec<String>,
    /// APIs that may help; one of them is a trap.
    #[serde(default)]
    pub toolbox: Vec<String>,
    /// The exercise that the learner's own tests are about.
    pub subject: Option<String>,
    /// How many wrong answers the learner's own tests must catch.
    pub catch: Option<usize>,
    /// What it needs beyond a function to call.
    #[serde(default)]
    pub capabilities: Vec<Capability>,
    /// The points of the asyncio sheet that it answers, as `lessons/README.md` lists them.
    #[serde(default)]
    pub covers: Vec<String>,
    /// Former ids, so that progress survives a rename.
    #[serde(default)]
    pub was: Vec<String>,
    /// The steps, in order.
    #[serde(rename = "step")]
    pub steps: Vec<Step>,
    /// Compile errors that first tries run into.
    #[serde(default, rename = "compile_error")]
    pub compile_errors: Vec<CompileError>,
}

/// What the learner does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Writes the body of a function.
    Implement,
    /// Mends code that compiles and is wrong.
    Fix,
    /// Writes tests.
    Test,
    /// Says what a program prints.
    Predict,
    /// Names the guilty lines.
    Audit,
}

/// What an exercise needs beyond a function to call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Capability {
    /// The answer is a program, `src/bin/NAME.rs`, and the steps start it as a process.
    Process,
}

/// Whether a lesson is passed without an exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Track {
    /// It belongs to the lesson.
    Core,
    /// It is offered after the core.
    More,
}

/// One requirement.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The name of its test.
    pub name: String,
    /// What it is worth.
    pub points: u32,
    /// What the stub does with it.
    #[serde(default)]
    pub stub: StubStep,
    /// Whether it is a `#[kit::explore]`: run when all others pass, and by the checker alone.
    #[serde(default)]
    pub explored: bool,
}

/// What the stub does with a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StubStep {
    /// It fails, as its kind must.
    #[default]
    Fails,
    /// It passes: the code to be mended is right here.
    Passes,
}

/// A compile error that a first try runs into, and what to say about it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompileError {
    /// The compiler's code, such as `E0521`.
    pub code: String,
    /// The file in `wont_compile/` that runs into it.
    pub case: String,
    /// One sentence.
    pub advice: String,
    /// Where to read on.
    pub read: String,
}

/// The lessons in the order in which the workspace's manifest lists them.
pub fn lesson_order(workspace: &str) -> Vec<String> {
    let names = workspace.lines().filter_map(|line| {
        line.trim().trim_end_matches(',').trim_matches('"').strip_prefix("lessons/")
    });
    names.map(str::to_owned).collect()
}

impl Manifest {
    /// Reads a manifest.
    ///
    /// # Errors
    ///
    /// What is wrong, as a sentence.
    pub fn parse(text: &str) -> Result<Manifest, String> {
        let manifest: Manifest = toml::from_str(text).map_err(|error| error.to_string())?;
        for exercise in &manifest.exercises {
            exercise.check(&manifest.exercises)?;
        }
        Ok(manifest)
    }
}

impl Exercise {
    /// The points of all steps.
    pub fn points(&self) -> u32 {
        self.steps.iter().map(|step| step.points).sum()
    }

    /// Whether the answer is a program of its own.
    pub fn is_program(&self) -> bool {
        self.capabilities.contains(&Capability::Process)
    }

    /// The minutes it takes: an estimate from kind and stars.
    pub fn minutes(&self) -> u32 {
        match self.kind {
            Kind::Predict => 5,
            Kind::Test => 15,
            Kind::Implement | Kind::Fix | Kind::Audit => 10 * u32::from(self.stars),
        }
    }

    fn check(&self, all: &[Exercise]) -> Result<(), String> {
        let name = &self.name;
        if !(1..=5).contains(&self.stars) {
            return Err(format!("`{name}` has {} stars, and 1 to 5 exist", self.stars));
        }
        if self.steps.is_empty() {
            return Err(format!("`{name}` has no steps"));
        }
        if self.is_program() && matches!(self.kind, Kind::Test | Kind::Predict) {
            return Err(format!("`{name}` is a program, and those are implemented or fixed"));
        }
        if self.kind == Kind::Test {
            let Some(subject) = &self.subject else {
                return Err(format!(
                    "`{name}` is tests of the learner's own, but of which `subject`?"
                ));
            };
            if !all.iter().any(|other| other.name == *subject) {
                return Err(format!("`{name}` is about `{subject}`, which is no exercise here"));
            }
        }
        Ok(())
    }
}

impl Kind {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Implement => "implement",
            Kind::Fix => "fix",
            Kind::Test => "test",
            Kind::Predict => "predict",
            Kind::Audit => "audit",
        }
    }
}

impl Track {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Track::Core => "core",
            Track::More => "more",
        }
    }
}
