//! The survivors that may survive: `solutions/LESSON/mutants.toml`, with a reason for each.

use std::{fs, io, path::PathBuf};

use serde::{Deserialize, Serialize};

use super::{
    classes::CLASSES,
    mutant::{Mutant, flat},
};
use crate::{course::Lesson, grade::GradeError, workspace::Workspace};

/// A mutant that no step rejects, and why none must.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Justified {
    /// The exercise, without its lesson.
    pub exercise: String,
    /// The class.
    pub class: String,
    /// The lines of the solution, as one line.
    #[serde(rename = "where")]
    pub before: String,
    /// The lines of the mutant in their place, as one line.
    pub becomes: String,
    /// Why it is the same, or why the contract allows it.
    pub why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    mutant: Vec<Justified>,
}

/// The file that holds those of a lesson, relative to the root.
pub(super) fn file(lesson: &str) -> PathBuf {
    PathBuf::from("solutions").join(lesson).join("mutants.toml")
}

/// Those of a lesson; none if it has no such file.
pub(super) fn read(workspace: &Workspace, lesson: &Lesson) -> Result<Vec<Justified>, GradeError> {
    let file = workspace.root().join(file(&lesson.name));
    let failed = |error| GradeError::Answer { file: file.clone(), error };
    let text = match fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    parse(&text, lesson)
        .map_err(|reason| failed(io::Error::new(io::ErrorKind::InvalidData, reason)))
}

fn parse(text: &str, lesson: &Lesson) -> Result<Vec<Justified>, String> {
    let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
    for entry in &file.mutant {
        if !lesson.places().any(|place| place.exercise.name == entry.exercise) {
            return Err(format!("there is no exercise `{}`", entry.exercise));
        }
        if !CLASSES.iter().any(|class| class.name == entry.class) {
            return Err(format!("there is no class `{}`", entry.class));
        }
        if entry.why.trim().is_empty() {
            return Err(format!("`{}` has no `why`", entry.before));
        }
    }
    Ok(file.mutant)
}

impl Justified {
    /// Whether a mutant of its exercise is the one it speaks of.
    pub(super) fn is_about(&self, mutant: &Mutant) -> bool {
        self.class == mutant.class.name
            && flat(&self.before) == flat(&mutant.change.before)
            && flat(&self.becomes) == flat(&mutant.change.after)
    }
}

/// The entries of an exercise. Two mutants with the same lines need two.
pub(super) struct Ledger<'a> {
    open: Vec<&'a Justified>,
}

impl<'a> Ledger<'a> {
    pub(super) fn new(entries: impl Iterator<Item = &'a Justified>) -> Ledger<'a> {
        Ledger { open: entries.collect() }
    }

    /// The entry for a mutant, which is then used up.
    pub(super) fn take(&mut self, mutant: &Mutant) -> Option<&'a Justified> {
        let place = self.open.iter().position(|entry| entry.is_about(mutant))?;
        Some(self.open.remove(place))
    }

    /// The entries that no mutant has used.
    pub(super) fn rest(self) -> impl Iterator<Item = &'a Justified> {
        self.open.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{course::Course, mutate::mutant::mutants};

    fn entry(becomes: &str) -> Justified {
        Justified {
            exercise: "memory".to_owned(),
            class: "comparison".to_owned(),
            before: "if a > b {".to_owned(),
            becomes: becomes.to_owned(),
            why: "It is the same.".to_owned(),
        }
    }

    #[test]
    fn an_entry_stands_for_one_mutant() {
        let mutants = mutants("fn f() {\n    if a > b {\n        c()\n    }\n}\n");
        let mutant = mutants.iter().find(|mutant| mutant.class.name == "comparison");
        let mutant = mutant.expect("there is a comparison");
        let entries = [entry("if a >= b {"), entry("if a == b {")];

        let mut ledger = Ledger::new(entries.iter());

        assert_eq!(ledger.take(mutant), Some(&entries[0]));
        assert_eq!(ledger.take(mutant), None);
        assert_eq!(ledger.rest().collect::<Vec<_>>(), [&entries[1]]);
    }

    #[test]
    fn an_entry_needs_an_exercise_a_class_and_a_reason() {
        let course = Course::embedded().expect("the pack is whole");
        let lesson = &course.lessons[0];
        let with = |exercise: &str, class: &str, why: &str| {
            let text = format!(
                "[[mutant]]\nexercise = \"{exercise}\"\nclass = \"{class}\"\nwhere = \"a\"\n\
                 becomes = \"\"\nwhy = \"{why}\"\n"
            );
            parse(&text, lesson).map(|entries| entries.len())
        };

        assert_eq!(parse("", lesson), Ok(Vec::new()));
        assert_eq!(with("greet", "number", "So."), Ok(1));
        assert_eq!(with("meet", "number", "So."), Err("there is no exercise `meet`".to_owned()));
        assert_eq!(with("greet", "none", "So."), Err("there is no class `none`".to_owned()));
        assert_eq!(with("greet", "number", " "), Err("`a` has no `why`".to_owned()));
    }
}
