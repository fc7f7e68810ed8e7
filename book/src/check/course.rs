//! Gates on the book as a whole: its chapters, and that everything made for it is used.

use std::collections::BTreeSet;

use crate::{
    data::{Answer, Question},
    directive::Directive,
    page::Page,
    problem::{Problem, line_at},
    sources::Sources,
};

/// Lessons without a chapter, and chapters in another order than the lessons.
pub fn chapters(pages: &[Page], sources: &Sources) -> Vec<Problem> {
    let summary = "book/src/en/SUMMARY.md";
    let mut last = 0;
    let mut problems = Vec::new();
    for lesson in &sources.lessons {
        let place = pages.iter().position(|page| page.stem == *lesson);
        let text = match place {
            None => format!("the lesson `{lesson}` has no chapter `{lesson}.md`"),
            Some(place) if place < last => {
                format!("the chapter `{lesson}.md` stands before that of an earlier lesson")
            }
            Some(place) => {
                last = place;
                let page = &pages[place];
                let is_asked = |wanted: &Directive| page.directives().any(|(_, it)| it == wanted);
                for (name, wanted) in [
                    ("card", Directive::Card(lesson.clone())),
                    ("exercise", Directive::Exercise(lesson.clone())),
                    ("quiz", Directive::Quiz(lesson.clone())),
                    ("cheat", Directive::Cheat(lesson.clone())),
                ] {
                    if !is_asked(&wanted) {
                        let text = format!("its chapter has no `{{{{#{name} {lesson}}}}}`");
                        problems.push(Problem::new(&page.file, 1, text));
                    }
                }
                continue;
            }
        };
        problems.push(Problem::new(summary, 1, text));
    }
    problems
}

/// Pages that the table of contents does not lead to.
pub fn strays(pages: &[Page], folder: &str, files: &[String]) -> Vec<Problem> {
    let is_listed = |file: &&String| pages.iter().any(|page| page.file == **file);
    let strays = files.iter().filter(|file| !file.ends_with("/SUMMARY.md") && !is_listed(file));
    let text = format!("`{folder}/SUMMARY.md` does not lead to it");
    strays.map(|file| Problem::new(file, 1, text.clone())).collect()
}

/// Everything that was recorded or asked, and is wrong or shown nowhere.
pub fn records(pages: &[Page], sources: &Sources) -> Vec<Problem> {
    let mut problems: Vec<Problem> = Vec::new();
    problems.extend(sources.outputs.values().filter_map(|it| it.as_ref().err()).cloned());
    problems.extend(sources.traces.values().filter_map(|it| it.as_ref().err()).cloned());
    problems.extend(sources.trees.values().filter_map(|it| it.as_ref().err()).cloned());
    problems.extend(sources.failures.values().filter_map(|it| it.as_ref().err()).cloned());
    let runs = sources.sliders.values().flat_map(|runs| runs.values());
    problems.extend(runs.filter_map(|it| it.as_ref().err()).cloned());

    let used: BTreeSet<String> = pages
        .iter()
        .flat_map(Page::directives)
        .filter_map(|(_, it)| match it {
            Directive::Predict(name) => Some(format!("predict {name}")),
            Directive::Quiz(lesson) => Some(format!("quiz {lesson}")),
            _ => None,
        })
        .collect();
    for (lesson, questions) in &sources.questions {
        let file = format!("book/questions/{lesson}.toml");
        problems.extend(questions.all().filter_map(|it| it.as_ref().err()).cloned());
        problems.extend(questions.all().flatten().flat_map(|it| wording(&file, it)));
        let asked = questions.predict.iter().flatten();
        let unasked = asked.filter(|it| !used.contains(&format!("predict {}", it.name)));
        problems.extend(unasked.map(|question| {
            Problem::new(&file, 1, format!("no page asks the prediction `{}`", question.name))
        }));
        if !questions.quiz.is_empty() && !used.contains(&format!("quiz {lesson}")) {
            problems.push(Problem::new(&file, 1, "no page asks its quiz"));
        }
    }
    problems
}

/// Questions that mislead by their words: what is *not* true, and options named by their place.
fn wording(file: &str, question: &Question) -> Vec<Problem> {
    let mut texts = vec![question.text.en.as_str()];
    if let Answer::One(choices) | Answer::Any(choices) = &question.answer {
        texts.extend(choices.iter().map(|choice| choice.text.en.as_str()));
    }
    let avoided = [
        "not true",
        "*not*",
        "not correct",
        "is false",
        "of the above",
        "option a",
        "first option",
    ];
    let is_avoided = |text: &&str| {
        let lower = text.to_lowercase();
        avoided.iter().any(|avoided| lower.contains(avoided)) || text.contains(" NOT ")
    };
    let wrong = texts.into_iter().filter(is_avoided).map(|text| {
        let text = format!("`{}`: `{text}` asks for what is not, or names a place", question.name);
        Problem::new(file, 1, text)
    });
    wrong.collect()
}

/// Words of the glossary that are there twice.
pub fn glossary(text: &str, sources: &Sources) -> Vec<Problem> {
    let mut seen = BTreeSet::new();
    let twice = sources.glossary.terms.iter().filter(|term| !seen.insert(&term.id));
    let problems = twice.map(|term| {
        let place = text.rfind(&format!("\"{}\"", term.id)).unwrap_or(0);
        let reason = format!("the word `{}` is there twice", term.id);
        Problem::new("book/glossary.toml", line_at(text, place), reason)
    });
    problems.collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::{data::Text, directive};

    fn sources() -> Sources {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        Sources::load(&root).expect("the files of the book")
    }

    fn page(stem: &str, text: &str) -> Page {
        let file = format!("book/src/en/{stem}.md");
        let items = directive::parse(&file, text, &mut Vec::new());
        let stem = stem.to_owned();
        Page { file, stem, title: String::new(), text: text.to_owned(), items }
    }

    fn told(problems: &[Problem]) -> Vec<String> {
        problems.iter().map(Problem::to_string).collect()
    }

    #[test]
    fn a_lesson_needs_a_chapter_in_its_place_with_its_parts() {
        let mut sources = sources();
        sources.lessons = ["a", "b", "c"].map(str::to_owned).to_vec();
        let whole = |name: &str| {
            let parts =
                ["card", "exercise", "quiz"].map(|part| format!("{{{{#{part} {name}}}}}\n"));
            format!("{}{{{{#cheat {name}}}}}\n{{{{/cheat}}}}\n", parts.concat())
        };
        let pages = [page("b", &whole("b")), page("a", "{{#card a}}\n")];

        assert_eq!(
            told(&chapters(&pages, &sources)),
            [
                "book/src/en/a.md:1: its chapter has no `{{#exercise a}}`",
                "book/src/en/a.md:1: its chapter has no `{{#quiz a}}`",
                "book/src/en/a.md:1: its chapter has no `{{#cheat a}}`",
                "book/src/en/SUMMARY.md:1: the chapter `b.md` stands before that of an earlier lesson",
                "book/src/en/SUMMARY.md:1: the lesson `c` has no chapter `c.md`",
            ]
        );
    }

    #[test]
    fn a_page_that_nothing_leads_to_is_told() {
        let files = ["book/src/en/a.md", "book/src/en/SUMMARY.md"].map(str::to_owned);

        assert_eq!(strays(&[page("a", "")], "book/src/en", &files), []);
        assert_eq!(
            told(&strays(&[], "book/src/en", &files)),
            ["book/src/en/a.md:1: `book/src/en/SUMMARY.md` does not lead to it"]
        );
    }

    #[test]
    fn a_record_that_is_old_and_a_prediction_that_nobody_asks_are_told() {
        let mut sources = sources();
        let old = Problem::new("out/x.txt", 1, "it is older");
        sources.outputs.insert("x".to_owned(), Err(old.clone()));

        let problems = records(&[], &sources);

        assert!(problems.contains(&old));
        let asked = sources.questions.values().flat_map(|it| it.predict.iter().flatten()).next();
        let name = &asked.expect("the book has predictions").name;
        assert!(told(&problems).iter().any(|it| it.ends_with(&format!("the prediction `{name}`"))));
    }

    #[test]
    fn a_question_for_what_is_not_true_is_refused() {
        let question = |text: &str| Question {
            name: "q".to_owned(),
            digest: String::new(),
            text: Text::english(text),
            listing: None,
            answer: Answer::Lines(Vec::new()),
            why: None,
        };

        assert_eq!(wording("q.toml", &question("Which is printed first?")), []);
        assert_eq!(wording("q.toml", &question("Which of these is not true?")).len(), 1);
    }
}
