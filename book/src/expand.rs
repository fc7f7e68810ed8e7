//! Puts what the directives name into a page.

use std::{collections::BTreeMap, iter::once};

use crate::{
    cjk::without_spaces_at_line_ends,
    collected::{Collected, error_id},
    data::{Answer, Compare, Game, Output, Question, Slider, Stop, Text, Timeline},
    directive::{Directive, Item, Part},
    language::Language,
    page::Page,
    problem::{Problem, unknown},
    sources::{Record, Sources},
    strings::Strings,
    widgets,
};

/// The text of `page` with every directive replaced; what does not exist goes to `problems`.
pub fn expand(
    page: &Page,
    language: Language,
    sources: &Sources,
    collected: &Collected<'_>,
    problems: &mut Vec<Problem>,
) -> String {
    let strings = sources.strings(language);
    let (file, ids) = (page.file.as_str(), BTreeMap::new());
    let mut expander =
        Expander { page, file, sources, strings, collected, ids, problems, text: String::new() };
    expander.items(&page.items);
    match language {
        Language::En => expander.text,
        Language::ZhCn => without_spaces_at_line_ends(&expander.text),
    }
}

struct Expander<'a> {
    page: &'a Page,
    /// The file that problems are told of: in a cheat sheet, that of the chapter it comes from.
    file: &'a str,
    sources: &'a Sources,
    strings: &'a Strings,
    collected: &'a Collected<'a>,
    ids: BTreeMap<String, usize>,
    problems: &'a mut Vec<Problem>,
    text: String,
}

impl<'a> Expander<'a> {
    fn items(&mut self, items: &'a [Item]) {
        for (index, item) in items.iter().enumerate() {
            match &item.part {
                Part::Markdown(line) => {
                    self.text.push_str(line);
                    self.text.push('\n');
                }
                // Told with its timeline.
                Part::Directive(Directive::Stop(..)) => {}
                Part::Directive(directive) => {
                    let stops = stops(&items[index + 1..]);
                    match self.directive(directive, stops) {
                        Ok(html) => self.block(item.line, &html),
                        Err(reason) => self.problem(item.line, reason),
                    }
                }
            }
        }
    }

    /// Adds a block of HTML: in Markdown it ends with the first blank line.
    fn block(&mut self, line: usize, html: &str) {
        if html.is_empty() {
            return;
        }
        if html.lines().any(|line| line.trim().is_empty()) {
            self.problem(line, "its HTML has a blank line, where Markdown ends it".to_owned());
        }
        self.text.push('\n');
        self.text.push_str(html);
        self.text.push_str("\n\n");
    }

    fn problem(&mut self, line: usize, reason: String) {
        self.problems.push(Problem::new(self.file, line, reason));
    }

    /// An id that is unique in the page.
    fn id(&mut self, kind: &str, name: &str) -> String {
        let name = name.replace([':', '/'], "-");
        let id = match name.is_empty() {
            true => format!("{}-{kind}", self.page.stem),
            false => format!("{}-{kind}-{name}", self.page.stem),
        };
        let count = self.ids.entry(id.clone()).or_default();
        *count += 1;
        if *count == 1 { id } else { format!("{id}-{count}") }
    }

    fn directive(&mut self, directive: &'a Directive, stops: Vec<Stop>) -> Result<String, String> {
        let (sources, strings) = (self.sources, self.strings);
        let html = match directive {
            Directive::Card(lesson) => {
                let card = sources.card(lesson)?;
                for text in once(&card.title).chain(&card.needs) {
                    self.is_there(text, "in `book/lessons.zh-CN.toml`")?;
                }
                widgets::card(&card, &self.id("card", ""), strings)
            }
            Directive::Predict(name) => {
                let names =
                    || sources.questions.values().flat_map(|it| it.predict.iter().flatten());
                let question = sources.prediction(name).ok_or_else(|| {
                    unknown("prediction", name, names().map(|it| it.name.clone()))
                })?;
                let question = question.as_ref().map_err(Problem::to_string)?;
                self.is_whole(question)?;
                widgets::predict(question, &self.id("predict", name), strings)
            }
            Directive::Timeline(name, caption) => {
                let trace = found("trace", name, &sources.traces)?.clone();
                let (name, caption) = (name.clone(), caption.clone());
                let id = self.id("timeline", &name);
                widgets::timeline(&Timeline { name, caption, trace, stops }, &id, strings)
            }
            Directive::Slider(name, parameter, caption) => {
                let slider = self.slider(name, parameter, caption)?;
                widgets::slider(&slider, &self.id("slider", name), strings)
            }
            Directive::Listing(reference) => {
                let listing = sources.listing(reference)?;
                widgets::listing(&listing, &self.id("listing", reference), strings)
            }
            Directive::Output(name) => {
                let output = found("output", name, &sources.outputs)?;
                widgets::output(output, &self.id("output", name), strings)
            }
            Directive::Compare(reference) => {
                let compare = Compare {
                    python: sources.python(reference)?,
                    rust: sources.listing(reference)?,
                    output: self.output(&reference.replace(':', "_"))?,
                };
                widgets::compare(&compare, &self.id("compare", reference), strings)
            }
            Directive::CompileError(name) => {
                let failure = found("error", name, &sources.failures)?;
                let id = self.id("error", name);
                debug_assert!(id.starts_with(&error_id(self.page, name)), "the index links to it");
                widgets::compile_error(failure, &id, strings)
            }
            Directive::Schedule(name, goal) => {
                let tree = found("tree", name, &sources.trees)?.clone();
                let game = Game { name: name.clone(), goal: goal.clone(), tree };
                widgets::schedule(&game, &self.id("schedule", name), strings)
            }
            Directive::Exercise(lesson) => {
                let exercises = sources.exercises(lesson)?;
                for exercise in &exercises.exercises {
                    self.is_there(&exercise.title, "in `book/lessons.zh-CN.toml`")?;
                }
                widgets::exercises(&exercises, &self.id("exercises", ""), strings)
            }
            Directive::Quiz(lesson) => {
                let questions = sources.questions.get(lesson).ok_or_else(|| {
                    unknown("file of questions", lesson, sources.questions.keys().cloned())
                })?;
                let quiz: Result<Vec<Question>, _> = questions.quiz.iter().cloned().collect();
                let quiz = quiz.map_err(|problem: Problem| problem.to_string())?;
                for question in &quiz {
                    self.is_whole(question)?;
                }
                widgets::quiz(&quiz, &self.id("quiz", ""), strings)
            }
            Directive::Cheat(lesson) => {
                sources.manifest(lesson)?;
                widgets::cheat_sheet_part(&self.id("cheat", lesson), strings)
            }
            Directive::CheatEnd => widgets::CHEAT_SHEET_END.to_owned(),
            Directive::Teacher(minutes) => {
                widgets::teacher_note(*minutes, &self.id("teacher", ""), strings)
            }
            Directive::TeacherEnd => widgets::TEACHER_NOTE_END.to_owned(),
            Directive::CheatSheet => {
                self.cheat_sheet();
                String::new()
            }
            Directive::ErrorIndex => {
                let id = self.id("errors", "");
                widgets::error_index(&self.collected.errors, &id, strings)
            }
            Directive::TeacherSchedule => {
                let id = self.id("schedule", "");
                widgets::teacher_schedule(&self.collected.schedule, &id, strings)
            }
            Directive::Glossary => {
                let terms = sources.terms();
                for term in &terms {
                    self.is_there(&term.name, "in `book/glossary.toml`")?;
                    self.is_there(&term.meaning, "in `book/glossary.toml`")?;
                }
                widgets::glossary(&terms, &self.id("glossary", ""), strings)
            }
            Directive::Stop(..) => unreachable!("stops are told with their timeline"),
        };
        Ok(html)
    }

    /// Every chapter's part, under a heading that leads to the chapter.
    fn cheat_sheet(&mut self) {
        for cheat in &self.collected.cheats {
            let (title, link) = (&cheat.page.title, format!("{}.md", cheat.page.stem));
            let read = self.strings.word("cheat.chapter");
            let heading =
                format!("\n## {title} {{#cheat-{}}}\n\n[{read}]({link})\n\n", cheat.lesson);
            self.text.push_str(&heading);
            let file = std::mem::replace(&mut self.file, &cheat.page.file);
            self.items(cheat.items);
            self.file = file;
        }
    }

    fn slider(&self, name: &str, parameter: &str, caption: &str) -> Result<Slider, String> {
        let sliders = &self.sources.sliders;
        let runs = sliders
            .get(name)
            .ok_or_else(|| unknown("folder of traces", name, sliders.keys().cloned()))?;
        let runs = runs.iter().map(|(value, record)| match record {
            Ok(trace) => Ok((*value, trace.clone())),
            Err(problem) => Err(problem.to_string()),
        });
        let runs = runs.collect::<Result<Vec<_>, String>>()?;
        if runs.len() < 2 {
            return Err(format!("`{name}` has fewer than two runs to choose from"));
        }
        let [name, parameter, caption] = [name, parameter, caption].map(str::to_owned);
        Ok(Slider { name, parameter, caption, runs })
    }

    fn output(&self, name: &str) -> Result<Output, String> {
        found("output", name, &self.sources.outputs).cloned()
    }

    /// Whether `text` is written in the language of the page.
    fn is_there(&self, text: &Text, place: &str) -> Result<(), String> {
        let language = self.strings.language();
        match text.has(language) {
            true => Ok(()),
            false => Err(format!("`{}` has no text in {language} {place}", text.en)),
        }
    }

    fn is_whole(&self, question: &Question) -> Result<(), String> {
        let place = format!("in the question `{}`", question.name);
        self.is_there(&question.text, &place)?;
        if let Some(why) = &question.why {
            self.is_there(why, &place)?;
        }
        if let Answer::One(choices) | Answer::Any(choices) = &question.answer {
            for choice in choices {
                self.is_there(&choice.text, &place)?;
                self.is_there(&choice.why, &place)?;
            }
        }
        Ok(())
    }
}

/// The record called `name`.
fn found<'r, T>(
    what: &str,
    name: &str,
    records: &'r BTreeMap<String, Record<T>>,
) -> Result<&'r T, String> {
    match records.get(name) {
        Some(Ok(record)) => Ok(record),
        Some(Err(problem)) => Err(problem.to_string()),
        None => Err(unknown(what, name, records.keys().cloned())),
    }
}

/// The stops directly below.
fn stops(items: &[Item]) -> Vec<Stop> {
    let below = items.iter().filter(|item| !item.is_blank());
    let stops = below.map_while(|item| match item.directive() {
        Some(Directive::Stop(at, text)) => Some(Stop { at: *at, text: text.clone() }),
        _ => None,
    });
    stops.collect()
}
