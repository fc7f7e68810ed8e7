//! Gates on the text of a page: its code, headings, parts and words.

use crate::{
    directive::{Directive, Part},
    language::Language,
    markdown::{fences, headings, prose},
    page::Page,
    problem::Problem,
    sources::Sources,
};

/// Columns that code has at most: more do not fit beside the table of contents.
pub const CODE_WIDTH: usize = 88;
/// Blocks of Rust that no test compiles, in a page at most.
const FRAGMENTS: usize = 2;
/// Words of a chapter, from and to.
const WORDS: std::ops::RangeInclusive<usize> = 900..=1500;
/// The parts of a chapter, in their order.
const PARTS: [&str; 9] = [
    "predict",
    "watch",
    "python",
    "pattern",
    "breaks",
    "your-turn",
    "check",
    "production",
    "recap",
];

/// Everything that is wrong with the text of a page.
pub fn check(page: &Page, language: Language, sources: &Sources) -> Vec<Problem> {
    let mut problems = code(page);
    problems.extend(widths(page, sources));
    problems.extend(ids(page));
    if sources.lessons.contains(&page.stem) {
        problems.extend(parts(page));
        if language == Language::En {
            problems.extend(length(page));
        }
    }
    problems.extend(terms(page, language, sources));
    problems
}

fn problem(page: &Page, line: usize, text: impl Into<String>) -> Problem {
    Problem::new(&page.file, line, text)
}

/// Blocks of Rust that no test compiles, beyond the few signatures that may be.
fn code(page: &Page) -> Vec<Problem> {
    let mut fragments = 0;
    let mut problems = Vec::new();
    for fence in fences(&page.text) {
        let mut words = fence.info.split([',', ' ', '{']);
        if !matches!(words.next(), Some("rust" | "rs")) {
            continue;
        }
        let is_fragment = words.any(|word| word == "fragment");
        fragments += usize::from(is_fragment);
        match (is_fragment, fragments > FRAGMENTS) {
            (true, false) => {}
            (true, true) => {
                let text =
                    format!("a page has at most {FRAGMENTS} fragments, and this is one more");
                problems.push(problem(page, fence.line, text));
            }
            (false, _) => {
                let includes = |line: &str| line.starts_with("{{#include ") && line.ends_with("}}");
                if let Some((line, _)) = fence.lines.iter().find(|(_, line)| !includes(line.trim()))
                {
                    let text = "a block of Rust comes from `book/listings`, by `{{#listing …}}`";
                    problems.push(problem(page, *line, text));
                }
            }
        }
    }
    problems
}

/// Lines of code that are too long to be read on a small screen.
fn widths(page: &Page, sources: &Sources) -> Vec<Problem> {
    let mut problems = Vec::new();
    for fence in fences(&page.text) {
        for (line, text) in fence.lines {
            let width = text.chars().count();
            if width > CODE_WIDTH && !text.contains("{{#") {
                let text = format!("this line of code has {width} columns, and {CODE_WIDTH} fit");
                problems.push(problem(page, line, text));
            }
        }
    }
    for (line, directive) in page.directives() {
        let listings = match directive {
            Directive::Listing(reference) => vec![sources.listing(reference)],
            Directive::Compare(reference) => {
                vec![sources.listing(reference), sources.python(reference)]
            }
            _ => continue,
        };
        for listing in listings.into_iter().flatten() {
            let long = |code: &str| code.chars().count() > CODE_WIDTH;
            if let Some(index) = listing.code.lines().position(long) {
                let place = format!("{}:{}", listing.file, listing.line + index);
                let text = format!("`{place}` has more than the {CODE_WIDTH} columns that fit");
                problems.push(problem(page, line, text));
            }
        }
    }
    problems
}

/// Headings without an id of their own: it must be the same in every language.
fn ids(page: &Page) -> Vec<Problem> {
    let mut seen: Vec<String> = Vec::new();
    let mut problems = Vec::new();
    for heading in headings(&page.text) {
        let Some(id) = heading.id else {
            let text = format!("the heading `{}` has no id `{{#…}}`", heading.text);
            problems.push(problem(page, heading.line, text));
            continue;
        };
        let is_plain =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        // mdBook's own pages have names that begin so.
        if id.is_empty() || !id.bytes().all(is_plain) || id.starts_with("mdbook") || id == "main" {
            let text = format!("the id `{id}` is not made of a-z, 0-9 and `-`, or is taken");
            problems.push(problem(page, heading.line, text));
        }
        if seen.contains(&id) {
            problems.push(problem(page, heading.line, format!("the id `{id}` is there twice")));
        }
        seen.push(id);
    }
    problems
}

/// Parts of a chapter that are missing or stand in another order.
fn parts(page: &Page) -> Vec<Problem> {
    let headings = headings(&page.text);
    let line_of = |part: &str| {
        let heading = headings.iter().find(|heading| heading.id.as_deref() == Some(part));
        heading.map(|heading| heading.line)
    };
    let mut last = ("", 0);
    let mut problems = Vec::new();
    for part in PARTS {
        match line_of(part) {
            None => problems.push(problem(page, 1, format!("the part `{{#{part}}}` is missing"))),
            Some(line) if line < last.1 => {
                let text = format!("the part `{{#{part}}}` stands above `{{#{}}}`", last.0);
                problems.push(problem(page, line, text));
            }
            Some(line) => last = (part, line),
        }
    }
    problems
}

/// Whether a chapter is as long as can be read before an exercise.
fn length(page: &Page) -> Vec<Problem> {
    let words = words(page);
    if WORDS.contains(&words) {
        return Vec::new();
    }
    let (from, to) = (WORDS.start(), WORDS.end());
    vec![problem(page, 1, format!("it has {words} words, and a chapter has {from} to {to}"))]
}

/// The words of a page: neither those of code and directives, nor what is for teachers.
pub fn words(page: &Page) -> usize {
    let mut is_for_teachers = false;
    let mut lines = Vec::new();
    for item in &page.items {
        match &item.part {
            Part::Directive(Directive::Teacher(_)) => is_for_teachers = true,
            Part::Directive(Directive::TeacherEnd) => is_for_teachers = false,
            Part::Markdown(line) if !is_for_teachers => lines.push(line.as_str()),
            _ => {}
        }
    }
    let text = lines.join("\n");
    let is_word = |word: &&str| word.chars().any(char::is_alphanumeric) && !word.starts_with("{#");
    prose(&text).flat_map(|(_, line)| line.split_whitespace()).filter(is_word).count()
}

/// Words that the glossary replaces by another one.
fn terms(page: &Page, language: Language, sources: &Sources) -> Vec<Problem> {
    let avoided: Vec<(&str, &str)> = sources
        .glossary
        .terms
        .iter()
        .flat_map(|term| {
            let words = term.avoid.get(language.tag()).into_iter().flatten();
            words.map(|word| (word.as_str(), term.name.of(language)))
        })
        .collect();
    let mut problems = Vec::new();
    for (line, text) in prose(&page.text) {
        // What stands in code is no word of the book.
        let text: String = text.split('`').step_by(2).collect::<Vec<_>>().join(" ").to_lowercase();
        for (word, instead) in &avoided {
            if has_word(&text, &word.to_lowercase()) {
                let text = format!("`{word}` is called `{instead}` in this book");
                problems.push(problem(page, line, text));
            }
        }
    }
    problems
}

/// Whether `word` is in `text`; one of letters with spaces, only as a whole.
fn has_word(text: &str, word: &str) -> bool {
    let is_part = |neighbor: Option<char>| neighbor.is_some_and(|it| it.is_ascii_alphanumeric());
    text.match_indices(word).any(|(at, _)| {
        !word.is_ascii()
            || !is_part(text[..at].chars().next_back())
                && !is_part(text[at + word.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directive;

    fn page(text: &str) -> Page {
        let items = directive::parse("page.md", text, &mut Vec::new());
        let (file, stem) = ("page.md".to_owned(), "page".to_owned());
        Page { file, stem, title: String::new(), text: text.to_owned(), items }
    }

    fn told(problems: &[Problem]) -> Vec<String> {
        problems.iter().map(Problem::to_string).collect()
    }

    #[test]
    fn rust_that_nothing_compiles_is_refused() {
        let text = "```rust\n{{#include a.rs}}\n```\n```rust\nlet a;\n```\n```python\na = 1\n```\n";

        assert_eq!(
            told(&code(&page(text))),
            ["page.md:5: a block of Rust comes from `book/listings`, by `{{#listing …}}`"]
        );
    }

    #[test]
    fn a_third_fragment_is_refused() {
        let text = "```rust,fragment\nfn a();\n```\n".repeat(3);

        assert_eq!(
            told(&code(&page(&text))),
            ["page.md:7: a page has at most 2 fragments, and this is one more"]
        );
    }

    #[test]
    fn a_heading_without_id_and_an_id_there_twice_are_refused() {
        assert_eq!(
            told(&ids(&page("# A {#a}\n## B\n## C {#a}\n## D {#Ä}\n"))),
            [
                "page.md:2: the heading `B` has no id `{#…}`",
                "page.md:3: the id `a` is there twice",
                "page.md:4: the id `Ä` is not made of a-z, 0-9 and `-`, or is taken",
            ]
        );
    }

    #[test]
    fn the_parts_of_a_chapter_have_an_order() {
        let mut headings: Vec<String> =
            PARTS.iter().map(|part| format!("## X {{#{part}}}\n")).collect();
        assert_eq!(told(&parts(&page(&headings.concat()))), [""; 0]);

        headings.swap(0, 1);
        headings.pop();

        assert_eq!(
            told(&parts(&page(&headings.concat()))),
            [
                "page.md:1: the part `{#watch}` stands above `{#predict}`",
                "page.md:1: the part `{#recap}` is missing",
            ]
        );
    }

    #[test]
    fn words_are_those_that_a_learner_reads() {
        let text = "# One two {#x}\n\nthree `four` — five.\n\n{{#card a}}\n```text\nno\n```\n\
                    {{#teacher 5min}}\nno\n{{/teacher}}\nsix\n";

        assert_eq!(words(&page(text)), 6);
        assert_eq!(
            told(&length(&page(text))),
            ["page.md:1: it has 6 words, and a chapter has 900 to 1500"]
        );
    }

    #[test]
    fn long_lines_of_code_are_refused() {
        let text = format!("```python\n{}\n{}\n```\n", "a".repeat(88), "b".repeat(89));
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let sources = Sources::load(&root).expect("the files of the book");

        assert_eq!(
            told(&widths(&page(&text), &sources)),
            ["page.md:3: this line of code has 89 columns, and 88 fit"]
        );
    }

    #[test]
    fn a_word_is_avoided_as_a_whole() {
        assert!(has_word("a thread pool.", "thread pool"));
        assert!(!has_word("cancellation", "cancel"));
        assert!(has_word("启动任務", "任務"));
    }
}
