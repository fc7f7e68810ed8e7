//! What the sources say about a step: what it demands, and the lines to look at when it fails.

use serde::Serialize;

/// A file as a verdict quotes it.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Its path from the root, with forward slashes.
    pub path: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// The two files a verdict is about.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// The steps.
    pub steps: Source<'a>,
    /// The answer.
    pub answer: Source<'a>,
}

/// A few lines of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Excerpt {
    /// The file.
    pub file: String,
    /// The number of the first line, from 1.
    pub first_line: usize,
    /// The lines.
    pub lines: Vec<String>,
    /// The number of the line to look at, if one is known.
    pub marked: Option<usize>,
}

/// A longer step is cut down to the lines around the mark.
const MOST_LINES: usize = 20;
/// What is shown of an answer on either side of the mark.
const AROUND: usize = 2;

impl Sources<'_> {
    /// What a step demands: the sentence above it.
    pub fn requirement(&self, step: &str) -> String {
        let lines: Vec<&str> = self.steps.text.lines().map(str::trim).collect();
        let Some(at) = line_of(step, &lines) else { return String::new() };
        let above = lines[..at].iter().rev();
        let docs: Vec<&str> = above
            .skip_while(|line| line.starts_with("#["))
            .map_while(|line| line.strip_prefix("///"))
            .map(str::trim)
            .collect();
        docs.into_iter().rev().collect::<Vec<_>>().join(" ")
    }

    /// The lines to look at when `step` has failed at `place`: those of the answer around the place
    /// if it lies there, otherwise the step itself.
    pub fn excerpt(&self, step: &str, place: Option<&str>) -> Option<Excerpt> {
        let place = place.and_then(|place| place.rsplit_once(':'));
        let at = place.and_then(|(file, line)| Some((file, line.parse::<usize>().ok()?)));
        match at {
            Some((file, line)) if file == self.answer.path => around(self.answer, line),
            Some((file, line)) if file == self.steps.path => self.step(step, Some(line)),
            _ => self.step(step, None),
        }
    }

    fn step(&self, step: &str, marked: Option<usize>) -> Option<Excerpt> {
        let lines: Vec<&str> = self.steps.text.lines().collect();
        let first = line_of(step, &lines)?;
        let indent = lines[first].len() - lines[first].trim_start().len();
        let end = format!("{}}}", " ".repeat(indent));
        let length = lines[first..].iter().position(|line| *line == end)? + 1;
        // A place elsewhere in the file, in a fixture, is named by the place alone.
        let marked = marked.filter(|line| (first + 1..=first + length).contains(line));

        let last_shown = marked.map_or(MOST_LINES, |line| (line - first + AROUND).max(MOST_LINES));
        let to = first + length.min(last_shown);
        let from = first.max(to.saturating_sub(MOST_LINES));
        Some(Excerpt::new(self.steps.path, &lines, from..to, marked))
    }
}

fn around(source: Source<'_>, line: usize) -> Option<Excerpt> {
    let lines: Vec<&str> = source.text.lines().collect();
    if !(1..=lines.len()).contains(&line) {
        return None;
    }
    let range = line.saturating_sub(1 + AROUND)..(line + AROUND).min(lines.len());
    Some(Excerpt::new(source.path, &lines, range, Some(line)))
}

/// The index of the line on which a function begins.
fn line_of(step: &str, lines: &[&str]) -> Option<usize> {
    let signature = format!("fn {step}(");
    lines.iter().position(|line| line.contains(&signature))
}

impl Excerpt {
    fn new(
        file: &str,
        lines: &[&str],
        range: std::ops::Range<usize>,
        marked: Option<usize>,
    ) -> Excerpt {
        Excerpt {
            file: file.to_owned(),
            first_line: range.start + 1,
            lines: lines[range].iter().map(|line| (*line).to_owned()).collect(),
            marked,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: &str = "//! Steps.\n\n/// Two calls\n/// together.\n#[kit::test]\nasync fn step_1() {\n    one();\n    assert!(two());\n}\n";

    fn sources(answer: &str) -> Sources<'_> {
        Sources {
            steps: Source { path: "lessons/a/tests/a/b.rs", text: STEPS },
            answer: Source { path: "lessons/a/src/b.rs", text: answer },
        }
    }

    #[test]
    fn the_requirement_is_the_sentence_above_the_step() {
        assert_eq!(sources("").requirement("step_1"), "Two calls together.");
        assert_eq!(sources("").requirement("step_2"), "");
    }

    #[test]
    fn a_failure_in_the_step_shows_the_step_and_marks_the_line() {
        let excerpt = sources("").excerpt("step_1", Some("lessons/a/tests/a/b.rs:8"));

        let excerpt = excerpt.expect("the step is there");
        assert_eq!((excerpt.first_line, excerpt.lines.len()), (6, 4));
        assert_eq!(excerpt.marked, Some(8));
    }

    #[test]
    fn a_failure_in_the_answer_shows_the_lines_around_it() {
        let excerpt = sources("1\n2\n3\n4\n5\n").excerpt("step_1", Some("lessons/a/src/b.rs:4"));

        let excerpt = excerpt.expect("the line is there");
        assert_eq!(
            (excerpt.first_line, excerpt.lines.as_slice()),
            (2, &["2", "3", "4", "5"].map(str::to_owned)[..])
        );
        assert_eq!(excerpt.marked, Some(4));
    }

    #[test]
    fn a_place_that_is_nowhere_marks_nothing() {
        for place in [None, Some("tokio/src/a.rs:1"), Some("lessons/a/tests/a/b.rs:99"), Some(":")]
        {
            let excerpt = sources("").excerpt("step_1", place).expect("the step is there");
            assert_eq!(excerpt.marked, None, "{place:?}");
        }
        assert_eq!(sources("").excerpt("step_1", Some("lessons/a/src/b.rs:9")), None);
        assert_eq!(sources("").excerpt("step_1", Some("lessons/a/src/b.rs:0")), None);
        assert_eq!(sources("").excerpt("step_2", None), None);
    }

    #[test]
    fn a_long_step_is_cut_down_to_the_lines_around_the_mark() {
        let body: String = (0..60).map(|line| format!("    line({line});\n")).collect();
        let text = format!("fn step_1() {{\n{body}}}\n");
        let steps = Source { path: "steps", text: &text };
        let sources = Sources { steps, answer: Source { path: "answer", text: "" } };

        let excerpt = sources.excerpt("step_1", Some("steps:40")).expect("the step is there");

        assert_eq!((excerpt.first_line, excerpt.lines.len()), (23, MOST_LINES));
        assert_eq!(excerpt.marked, Some(40));
    }
}
