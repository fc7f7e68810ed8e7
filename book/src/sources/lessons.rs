//! What pages tell of a lesson: from its manifest, and in another language from
//! `lessons.zh-CN.toml`. And the words of the book, `glossary.toml`.

use std::{collections::BTreeMap, fs, io};

use forms::{Exercise as Asked, Kind, Manifest, Track, normalized};
use serde::Deserialize;

use super::{Sources, questions::toml_problem};
use crate::{
    data::{Card, Exercise, LessonExercises, Term, Text},
    problem::{Problem, unknown},
};

/// The manifests' words in Simplified Chinese.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Translations {
    /// The Rust that exercises need, by its English words.
    #[serde(default)]
    pub needs: BTreeMap<String, String>,
    /// The lessons, by their names.
    #[serde(default)]
    pub lesson: BTreeMap<String, TranslatedLesson>,
}

/// One lesson's words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TranslatedLesson {
    title: String,
    /// The titles of the exercises, by their names.
    exercises: BTreeMap<String, String>,
}

/// The words of the book.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Glossary {
    /// In the order in which they are listed.
    #[serde(default, rename = "term")]
    pub terms: Vec<GlossaryTerm>,
}

/// One word of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GlossaryTerm {
    /// The end of its anchor: `term-ID`.
    pub id: String,
    /// The word.
    pub name: Text,
    /// What it means.
    pub text: Text,
    /// Words that no page uses for it, by the tag of a language.
    #[serde(default)]
    pub avoid: BTreeMap<String, Vec<String>>,
}

impl Sources {
    pub(super) fn load_lessons(&mut self) -> io::Result<()> {
        for lesson in &self.lessons {
            let file = format!("lessons/{lesson}/lesson.toml");
            let text = normalized(&fs::read_to_string(self.root.join(&file))?);
            match Manifest::parse(&text) {
                Ok(manifest) => drop(self.manifests.insert(lesson.clone(), manifest)),
                Err(reason) => self.problems.push(Problem::new(file, 1, reason)),
            }
        }
        self.translations = self.table("book/lessons.zh-CN.toml");
        self.glossary = self.table("book/glossary.toml");
        Ok(())
    }

    /// A TOML file that may be missing; what is wrong with it goes to the problems.
    fn table<T: Default + for<'de> Deserialize<'de>>(&mut self, file: &str) -> T {
        let Ok(text) = fs::read_to_string(self.root.join(file)) else { return T::default() };
        let text = normalized(&text);
        toml::from_str(&text).unwrap_or_else(|error| {
            self.problems.push(toml_problem(file, &text, &error));
            T::default()
        })
    }

    /// The manifest of `lesson`.
    ///
    /// # Errors
    ///
    /// That there is none, as a sentence.
    pub fn manifest(&self, lesson: &str) -> Result<&Manifest, String> {
        let manifest = self.manifests.get(lesson);
        manifest.ok_or_else(|| unknown("lesson", lesson, self.manifests.keys().cloned()))
    }

    /// The head of the chapter of `lesson`.
    ///
    /// # Errors
    ///
    /// That there is no such lesson, as a sentence.
    pub fn card(&self, lesson: &str) -> Result<Card, String> {
        let manifest = self.manifest(lesson)?;
        let translated = self.translations.lesson.get(lesson);
        let core = || manifest.exercises.iter().filter(|it| it.track == Track::Core);
        let mut needs: Vec<Text> = Vec::new();
        for need in core().flat_map(|exercise| &exercise.needs) {
            let zh_cn = self.translations.needs.get(need).cloned();
            let need = Text { en: need.clone(), zh_cn };
            if !needs.contains(&need) {
                needs.push(need);
            }
        }
        // `match` is not named beside `match` with guards.
        let said: Vec<String> = needs.iter().map(|need| need.en.clone()).collect();
        needs.retain(|need| !said.iter().any(|it| *it != need.en && it.contains(&need.en)));
        let (core_minutes, more_minutes) = minutes(manifest);
        Ok(Card {
            lesson: lesson.to_owned(),
            title: Text {
                en: manifest.title.clone(),
                zh_cn: translated.map(|it| it.title.clone()),
            },
            core_minutes,
            more_minutes,
            needs,
            asyncio: manifest.asyncio.clone(),
            core_exercises: core().count(),
            command: format!("cargo test -p {lesson}"),
        })
    }

    /// The exercises of `lesson`.
    ///
    /// # Errors
    ///
    /// That there is no such lesson, as a sentence.
    pub fn exercises(&self, lesson: &str) -> Result<LessonExercises, String> {
        let manifest = self.manifest(lesson)?;
        let translated = self.translations.lesson.get(lesson);
        let exercises = manifest.exercises.iter().map(|exercise| {
            let zh_cn = translated.and_then(|it| it.exercises.get(&exercise.name)).cloned();
            self.exercise(lesson, exercise, zh_cn)
        });
        Ok(LessonExercises { lesson: lesson.to_owned(), exercises: exercises.collect() })
    }

    fn exercise(&self, lesson: &str, asked: &Asked, zh_cn: Option<String>) -> Exercise {
        let name = &asked.name;
        let file = match asked.kind {
            Kind::Test => format!("tests/{lesson}/{name}.rs"),
            _ if asked.is_program() => format!("src/bin/{name}.rs"),
            _ => format!("src/{name}.rs"),
        };
        Exercise {
            id: format!("{lesson}/{name}"),
            name: name.clone(),
            title: Text { en: asked.title.clone(), zh_cn },
            kind: asked.kind.name(),
            is_core: asked.track == Track::Core,
            stars: asked.stars,
            minutes: asked.minutes(),
            points: asked.points(),
            file: format!("lessons/{lesson}/{file}"),
            test_command: format!("cargo test -p {lesson} {name}"),
            check_command: format!("cargo checker run {lesson}/{name}"),
        }
    }

    /// The words of the book as a page shows them.
    pub fn terms(&self) -> Vec<Term> {
        let terms = self.glossary.terms.iter().map(|term| Term {
            id: term.id.clone(),
            name: term.name.clone(),
            meaning: term.text.clone(),
        });
        terms.collect()
    }
}

/// The minutes of the exercises that belong to a lesson, and of the further ones.
pub fn minutes(manifest: &Manifest) -> (u32, u32) {
    let sum = |track| {
        let exercises = manifest.exercises.iter().filter(|exercise| exercise.track == track);
        exercises.map(Asked::minutes).sum()
    };
    (sum(Track::Core), sum(Track::More))
}
