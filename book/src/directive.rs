//! The directives of a page: lines such as `{{#card gather}}`.

use crate::problem::{Problem, unknown};

/// What a line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Directive {
    /// `{{#card LESSON}}`
    Card(String),
    /// `{{#predict NAME}}`
    Predict(String),
    /// `{{#timeline NAME "caption"}}`
    Timeline(String, String),
    /// `{{#stop 60 "sentence"}}`
    Stop(u64, String),
    /// `{{#slider NAME "parameter" "caption"}}`
    Slider(String, String, String),
    /// `{{#listing LESSON:REGION}}`
    Listing(String),
    /// `{{#output NAME}}`
    Output(String),
    /// `{{#compare LESSON:REGION}}`
    Compare(String),
    /// `{{#compile_error NAME}}`
    CompileError(String),
    /// `{{#schedule NAME "goal"}}`
    Schedule(String, String),
    /// `{{#exercise LESSON}}`
    Exercise(String),
    /// `{{#quiz LESSON}}`
    Quiz(String),
    /// `{{#cheat LESSON}}`
    Cheat(String),
    /// `{{/cheat}}`
    CheatEnd,
    /// `{{#teacher 10min}}`
    Teacher(u32),
    /// `{{/teacher}}`
    TeacherEnd,
    /// `{{#cheat_sheet}}`
    CheatSheet,
    /// `{{#error_index}}`
    ErrorIndex,
    /// `{{#teacher_schedule}}`
    TeacherSchedule,
    /// `{{#glossary}}`
    Glossary,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The number of its line, from 1.
    pub line: usize,
    /// What it is.
    pub part: Part,
}

/// What a part of a page is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A line of Markdown, as it was written.
    Markdown(String),
    /// A directive.
    Directive(Directive),
}

impl Item {
    /// The directive, if it is one.
    pub fn directive(&self) -> Option<&Directive> {
        match &self.part {
            Part::Directive(directive) => Some(directive),
            Part::Markdown(_) => None,
        }
    }

    /// Whether it is a line with nothing in it.
    pub fn is_blank(&self) -> bool {
        matches!(&self.part, Part::Markdown(line) if line.trim().is_empty())
    }
}

/// The names and forms of all directives.
pub const FORMS: [(&str, &str); 18] = [
    ("card", "LESSON"),
    ("predict", "NAME"),
    ("timeline", "NAME \"caption\""),
    ("stop", "60 \"sentence\""),
    ("slider", "NAME \"parameter\" \"caption\""),
    ("listing", "LESSON:REGION"),
    ("output", "NAME"),
    ("compare", "LESSON:REGION"),
    ("compile_error", "NAME"),
    ("schedule", "NAME \"goal\""),
    ("exercise", "LESSON"),
    ("quiz", "LESSON"),
    ("cheat", "LESSON"),
    ("teacher", "10min"),
    ("cheat_sheet", ""),
    ("error_index", ""),
    ("teacher_schedule", ""),
    ("glossary", ""),
];

/// What mdBook itself knows.
const OF_MDBOOK: [&str; 4] = ["include", "rustdoc_include", "playground", "title"];

/// The parts of a page; what is wrong with its directives goes to `problems`.
pub fn parse(file: &str, text: &str, problems: &mut Vec<Problem>) -> Vec<Item> {
    let mut fence: Option<String> = None;
    let mut items = Vec::new();
    for (index, written) in text.lines().enumerate() {
        let line = index + 1;
        let content = written.trim();
        let mut part = Part::Markdown(written.to_owned());
        match &fence {
            Some(open) if content == open => fence = None,
            Some(_) => {}
            None => match fence_of(content) {
                Some(open) => fence = Some(open),
                None => match read(content) {
                    None => {}
                    Some(Ok(directive)) => part = Part::Directive(directive),
                    Some(Err(reason)) => problems.push(Problem::new(file, line, reason)),
                },
            },
        }
        items.push(Item { line, part });
    }
    check_order(file, &items, problems);
    items
}

/// The mark that ends the block of code that begins here, if one does.
pub fn fence_of(content: &str) -> Option<String> {
    let mark =
        ['`', '~'].into_iter().find(|mark| content.starts_with(&mark.to_string().repeat(3)))?;
    Some(content.chars().take_while(|it| *it == mark).collect())
}

/// The directive on a line, or what is wrong with it; nothing if there is none.
fn read(line: &str) -> Option<Result<Directive, String>> {
    let Some(inner) = line.strip_prefix("{{").and_then(|line| line.strip_suffix("}}")) else {
        let name = FORMS.iter().map(|form| form.0).find(|name| {
            let ends =
                [format!("{{{{#{name} "), format!("{{{{#{name}}}}}"), format!("{{{{/{name}}}}}")];
            ends.iter().any(|start| line.contains(start.as_str()))
        })?;
        return Some(Err(format!("the directive `{name}` stands alone on its line")));
    };
    match inner {
        "/cheat" => return Some(Ok(Directive::CheatEnd)),
        "/teacher" => return Some(Ok(Directive::TeacherEnd)),
        _ => {}
    }
    let Some(inner) = inner.strip_prefix('#') else {
        let name = inner.strip_prefix('/')?;
        return Some(Err(format!("nothing that ends with `{{{{/{name}}}}}` exists")));
    };
    let (name, rest) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
    if OF_MDBOOK.contains(&name) {
        return None;
    }
    let Some((_, form)) = FORMS.iter().find(|form| form.0 == name) else {
        return Some(Err(unknown("directive", name, FORMS.iter().map(|it| it.0.to_owned()))));
    };
    let wanted = || format!("{{{{#{name} {form}}}}}").replace(" }}", "}}");
    let read = words(rest).and_then(|words| typed(name, &words));
    Some(read.ok_or_else(|| format!("a directive `{name}` is written `{}`", wanted())))
}

/// The words of a directive: bare ones, and texts in double quotes. A quote within a text is no end
/// of it unless a space or the end of the directive follows.
fn words(text: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (word, after) = match rest.strip_prefix('"') {
            None => rest.split_once(char::is_whitespace).unwrap_or((rest, "")),
            Some(quoted) => {
                let ends = quoted.match_indices('"').map(|(at, _)| at);
                let end = ends.into_iter().find(|at| {
                    let after = &quoted[at + 1..];
                    after.is_empty()
                        || after.trim_start().starts_with('"') && after.starts_with(' ')
                })?;
                (&quoted[..end], &quoted[end + 1..])
            }
        };
        words.push(word.to_owned());
        rest = after.trim_start();
    }
    Some(words)
}

fn typed(name: &str, words: &[String]) -> Option<Directive> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let directive = match (name, words.as_slice()) {
        ("card", [lesson]) => Directive::Card((*lesson).to_owned()),
        ("predict", [name]) => Directive::Predict((*name).to_owned()),
        ("timeline", [name, caption]) => {
            Directive::Timeline((*name).to_owned(), (*caption).to_owned())
        }
        ("stop", [at, text]) => Directive::Stop(at.parse().ok()?, (*text).to_owned()),
        ("slider", [name, parameter, caption]) => {
            Directive::Slider((*name).to_owned(), (*parameter).to_owned(), (*caption).to_owned())
        }
        ("listing", [reference]) => Directive::Listing((*reference).to_owned()),
        ("output", [name]) => Directive::Output((*name).to_owned()),
        ("compare", [reference]) => Directive::Compare((*reference).to_owned()),
        ("compile_error", [name]) => Directive::CompileError((*name).to_owned()),
        ("schedule", [name, goal]) => Directive::Schedule((*name).to_owned(), (*goal).to_owned()),
        ("exercise", [lesson]) => Directive::Exercise((*lesson).to_owned()),
        ("quiz", [lesson]) => Directive::Quiz((*lesson).to_owned()),
        ("cheat", [lesson]) => Directive::Cheat((*lesson).to_owned()),
        ("teacher", [minutes]) => Directive::Teacher(minutes.strip_suffix("min")?.parse().ok()?),
        ("cheat_sheet", []) => Directive::CheatSheet,
        ("error_index", []) => Directive::ErrorIndex,
        ("teacher_schedule", []) => Directive::TeacherSchedule,
        ("glossary", []) => Directive::Glossary,
        _ => return None,
    };
    Some(directive)
}

/// Whether what begins ends, nothing begins within it, and stops stand below their timeline.
fn check_order(file: &str, items: &[Item], problems: &mut Vec<Problem>) {
    let mut open: Option<(&str, usize)> = None;
    let mut last_stop: Option<u64> = None;
    for item in items {
        let mut wrong = |text: String| problems.push(Problem::new(file, item.line, text));
        let directive = match &item.part {
            Part::Markdown(text) if text.trim().is_empty() => continue,
            Part::Markdown(_) => {
                last_stop = None;
                continue;
            }
            Part::Directive(directive) => directive,
        };
        match directive {
            Directive::Stop(at, _) => {
                match last_stop {
                    None => wrong("a stop stands directly below its timeline".to_owned()),
                    Some(last) if *at < last => wrong(format!("a stop at {last} ms is above it")),
                    Some(_) => {}
                }
                last_stop = last_stop.map(|_| *at);
                continue;
            }
            Directive::Cheat(_) | Directive::Teacher(_) => {
                let name =
                    if matches!(directive, Directive::Cheat(_)) { "cheat" } else { "teacher" };
                if let Some((other, line)) = open {
                    wrong(format!("`{other}` of line {line} has not ended"));
                }
                open = Some((name, item.line));
            }
            Directive::CheatEnd | Directive::TeacherEnd => {
                let name = if *directive == Directive::CheatEnd { "cheat" } else { "teacher" };
                match open {
                    Some((begun, _)) if begun == name => {}
                    _ => wrong(format!("`{name}` ends here and begins nowhere")),
                }
                open = None;
            }
            _ => {}
        }
        last_stop = matches!(directive, Directive::Timeline(..)).then_some(0);
    }
    if let Some((name, line)) = open {
        problems.push(Problem::new(file, line, format!("`{{{{/{name}}}}}` is missing")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> (Vec<Directive>, Vec<String>) {
        let mut problems = Vec::new();
        let items = parse("page.md", text, &mut problems);
        let directives = items.into_iter().filter_map(|item| match item.part {
            Part::Directive(directive) => Some(directive),
            Part::Markdown(_) => None,
        });
        (directives.collect(), problems.iter().map(Problem::to_string).collect())
    }

    #[test]
    fn texts_in_quotes_may_hold_quotes() {
        let (directives, problems) = parsed(
            "{{#timeline a \"It says \"no\" twice\"}}\n{{#slider b \"permits\" \"More is faster\"}}\n",
        );

        assert_eq!(problems, [""; 0]);
        assert_eq!(
            directives,
            [
                Directive::Timeline("a".to_owned(), "It says \"no\" twice".to_owned()),
                Directive::Slider(
                    "b".to_owned(),
                    "permits".to_owned(),
                    "More is faster".to_owned()
                ),
            ]
        );
    }

    #[test]
    fn a_misspelled_directive_is_told_with_the_nearest() {
        let (_, problems) = parsed("a\n\n{{#lising gather:main}}\n");

        assert_eq!(
            problems,
            ["page.md:3: there is no directive `lising`; did you mean `listing`?"]
        );
    }

    #[test]
    fn a_directive_of_another_form_is_told_how_it_is_written() {
        let (_, problems) = parsed("{{#timeline a}}\n{{#teacher ten}}\n{{#glossary x}}\n");

        assert_eq!(
            problems,
            [
                "page.md:1: a directive `timeline` is written `{{#timeline NAME \"caption\"}}`",
                "page.md:2: a directive `teacher` is written `{{#teacher 10min}}`",
                "page.md:3: a directive `glossary` is written `{{#glossary}}`",
            ]
        );
    }

    #[test]
    fn a_directive_stands_alone_and_not_in_code() {
        let (directives, problems) = parsed(
            "see {{#card a}}\n```markdown\n{{#card b}}\n```\n- {{#include x.rs}}\n{{#include y.rs}}\n",
        );

        assert_eq!(directives, []);
        assert_eq!(problems, ["page.md:1: the directive `card` stands alone on its line"]);
    }

    #[test]
    fn what_begins_ends_and_a_stop_has_its_timeline() {
        let (_, problems) = parsed(
            "{{#stop 1 \"x\"}}\n{{#timeline a \"b\"}}\n\n{{#stop 5 \"x\"}}\n{{#stop 4 \"x\"}}\n\
             {{#cheat a}}\n{{/teacher}}\n{{#teacher 5min}}\n",
        );

        assert_eq!(
            problems,
            [
                "page.md:1: a stop stands directly below its timeline",
                "page.md:5: a stop at 5 ms is above it",
                "page.md:7: `teacher` ends here and begins nowhere",
                "page.md:8: `{{/teacher}}` is missing",
            ]
        );
    }
}
