//! What must hold before the book is built.
//!
//! Each include names a file and a region that exist: mdBook only warns, and leaves a hole in the
//! page. Each block of Rust is an include, so that it was compiled and run. Each lesson of the
//! workspace has its chapter, in the same order.

use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
};

/// Something that is wrong in a file of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    file: PathBuf,
    line: usize,
    text: String,
}

/// Everything that is wrong with the book whose manifest lies in `root`.
///
/// # Errors
///
/// If a file of the book cannot be read.
pub fn problems(root: &Path) -> io::Result<Vec<Problem>> {
    let pages = root.join("src/en");
    let summary = fs::read_to_string(pages.join("SUMMARY.md"))?;
    let workspace = fs::read_to_string(root.join("../Cargo.toml"))?;
    let mut problems = chapters(&pages.join("SUMMARY.md"), &summary, &workspace);

    let mut files: Vec<PathBuf> =
        fs::read_dir(&pages)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|it| it == "md")) {
        let text = fs::read_to_string(file)?;
        problems.extend(fences(file, &text));
        problems.extend(includes(file, &text));
    }
    for problem in &mut problems {
        let shown = problem.file.strip_prefix(root).map(|file| Path::new("book").join(file));
        problem.file = shown.unwrap_or_else(|_| problem.file.clone());
    }
    Ok(problems)
}

/// Lessons without a chapter, and chapters in another order than the lessons.
fn chapters(file: &Path, summary: &str, workspace: &str) -> Vec<Problem> {
    let lessons = workspace.lines().filter_map(|line| {
        line.trim().trim_end_matches(',').trim_matches('"').strip_prefix("lessons/")
    });
    let mut last = 0;
    let mut problems = Vec::new();
    for lesson in lessons {
        let link = format!("]({lesson}.md)");
        let text = match summary.lines().position(|line| line.contains(&link)) {
            None => format!("the lesson `{lesson}` has no chapter `{lesson}.md`"),
            Some(line) if line < last => {
                format!("the chapter `{lesson}.md` stands before that of an earlier lesson")
            }
            Some(line) => {
                last = line;
                continue;
            }
        };
        problems.push(Problem { file: file.to_owned(), line: 1, text });
    }
    problems
}

/// Blocks of Rust that hold more than includes.
fn fences(file: &Path, text: &str) -> Vec<Problem> {
    let mut open: Option<(String, bool)> = None;
    let mut problems = Vec::new();
    for (line, content) in text.lines().enumerate() {
        let content = content.trim();
        match &open {
            Some((fence, _)) if content == fence => open = None,
            Some((_, true)) if !is_include(content) => problems.push(Problem {
                file: file.to_owned(),
                line: line + 1,
                text: "a block of Rust in the book is an include of `book/listings`".to_owned(),
            }),
            Some(_) => {}
            None => {
                let mark = ["```", "~~~"].into_iter().find(|mark| content.starts_with(mark));
                open = mark.map(|mark| {
                    let language = content.trim_start_matches(['`', '~']);
                    let language = language.split([',', ' ', '{']).next().unwrap_or_default();
                    (mark.to_owned(), matches!(language, "rust" | "rs"))
                });
            }
        }
    }
    problems
}

fn is_include(content: &str) -> bool {
    content.starts_with("{{#include ") && content.ends_with("}}")
}

/// Includes of a file or a region that does not exist.
fn includes(file: &Path, text: &str) -> Vec<Problem> {
    let folder = file.parent().unwrap_or(Path::new(""));
    let mut problems = Vec::new();
    for (line, content) in text.lines().enumerate() {
        for include in content.split("{{#include ").skip(1) {
            let target = include.split("}}").next().unwrap_or_default().trim();
            if let Some(text) = missing(folder, target) {
                problems.push(Problem { file: file.to_owned(), line: line + 1, text });
            }
        }
    }
    problems
}

/// What is missing of `target`, which is a path from `folder` and perhaps the name of a region.
fn missing(folder: &Path, target: &str) -> Option<String> {
    let (path, region) = match target.split_once(':') {
        Some((path, region)) => (path, Some(region)),
        None => (target, None),
    };
    let Ok(text) = fs::read_to_string(folder.join(path)) else {
        return Some(format!("the file `{path}` cannot be read"));
    };
    let region = region?;
    ["ANCHOR: ", "ANCHOR_END: "].into_iter().find_map(|sign| {
        let sign = format!("{sign}{region}");
        let is_there = text.lines().any(|line| line.trim_end().ends_with(&sign));
        (!is_there).then(|| format!("`{path}` has no line `// {sign}`"))
    })
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file.display(), self.line, self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(problems: &[Problem]) -> Vec<String> {
        problems.iter().map(Problem::to_string).collect()
    }

    #[test]
    fn the_book_has_no_problem() {
        let problems = problems(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("a readable book");

        assert_eq!(shown(&problems), [""; 0]);
    }

    #[test]
    fn rust_that_is_not_an_include_is_refused() {
        let text = "text\n```rust\n{{#include a.rs:b}}\nlet x = 1;\n```\n```python\nx = 1\n```\n";

        let problems = fences(Path::new("page.md"), text);

        assert_eq!(
            shown(&problems),
            ["page.md:4: a block of Rust in the book is an include of `book/listings`"]
        );
    }

    #[test]
    fn an_include_of_nothing_is_named_with_its_line() {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("page.md");
        let text = "\n{{#include no.rs}}\n{{#include listings/src/hello.rs:no}}\n\
                    {{#include listings/src/hello.rs:main}}\n";

        let problems = includes(&page, text);

        let texts: Vec<_> = problems.iter().map(|it| (it.line, it.text.as_str())).collect();
        assert_eq!(
            texts,
            [
                (2, "the file `no.rs` cannot be read"),
                (3, "`listings/src/hello.rs` has no line `// ANCHOR: no`"),
            ]
        );
    }

    #[test]
    fn a_lesson_needs_a_chapter_in_its_place() {
        let workspace =
            "members = [\n    \"lessons/a\",\n    \"lessons/b\",\n    \"lessons/c\",\n]";
        let summary = "- [B](b.md)\n- [A](a.md)\n";

        let problems = chapters(Path::new("SUMMARY.md"), summary, workspace);

        assert_eq!(
            shown(&problems),
            [
                "SUMMARY.md:1: the chapter `b.md` stands before that of an earlier lesson",
                "SUMMARY.md:1: the lesson `c` has no chapter `c.md`",
            ]
        );
    }
}
