//! What is wrong in a file of the book, with its place.

use std::{fmt, path::Path};

/// Something that is wrong in a file of the book.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, relative to the root of the repository, with forward slashes.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong: a sentence in lower case without a final stop.
    pub text: String,
}

impl Problem {
    /// A problem at `line` of `file`.
    pub fn new(file: impl Into<String>, line: usize, text: impl Into<String>) -> Problem {
        Problem { file: file.into(), line, text: text.into() }
    }
}

/// The path of `file` relative to `root`, with forward slashes.
pub fn shown(root: &Path, file: &Path) -> String {
    file.strip_prefix(root).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

/// The number of the line, from 1, on which the byte at `offset` stands.
pub fn line_at(text: &str, offset: usize) -> usize {
    let before = text.get(..offset).unwrap_or(text);
    1 + before.bytes().filter(|byte| *byte == b'\n').count()
}

/// `there is no … called …`, with the nearest of `names` if one is near.
pub fn unknown(what: &str, name: &str, names: impl Iterator<Item = String>) -> String {
    let near = forms::nearest(name, names);
    let hint = near.first().map(|near| format!("; did you mean `{near}`?"));
    format!("there is no {what} `{name}`{}", hint.unwrap_or_default())
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_told_with_file_and_line() {
        let problem = Problem::new("book/src/en/gather.md", 7, "it is wrong");

        assert_eq!(problem.to_string(), "book/src/en/gather.md:7: it is wrong");
    }

    #[test]
    fn the_nearest_name_is_suggested() {
        let names = || ["gather_together", "hello"].map(str::to_owned).into_iter();

        assert_eq!(
            unknown("output", "gather_togehter", names()),
            "there is no output `gather_togehter`; did you mean `gather_together`?"
        );
        assert_eq!(unknown("output", "xyz", names()), "there is no output `xyz`");
    }

    #[test]
    fn a_line_is_counted_from_one() {
        assert_eq!([0, 1, 2, 99].map(|offset| line_at("a\nb\n", offset)), [1, 1, 2, 3]);
    }
}
