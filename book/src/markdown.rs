//! What a page of Markdown is made of, as far as the gates look at it.

use crate::directive::fence_of;

/// A heading of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The number of its line, from 1.
    pub line: usize,
    /// From 1 to 6.
    pub level: usize,
    /// What it says.
    pub text: String,
    /// Its explicit id.
    pub id: Option<String>,
}

/// A heading with what stands below it, up to the next heading of any level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: Heading,
    /// The lines from the heading on.
    pub text: String,
}

/// A block of code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fence {
    /// The number of the line that opens it, from 1.
    pub line: usize,
    /// What stands behind the mark, such as `rust,fragment`.
    pub info: String,
    /// Its lines with their numbers.
    pub lines: Vec<(usize, String)>,
}

/// The lines of `text` with their numbers, and whether they stand outside every block of code.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str, bool)> {
    let mut open: Option<String> = None;
    text.lines().enumerate().map(move |(index, line)| {
        let content = line.trim();
        let is_prose = match &open {
            Some(mark) => {
                if content == mark {
                    open = None;
                }
                false
            }
            None => {
                open = fence_of(content);
                open.is_none()
            }
        };
        (index + 1, line, is_prose)
    })
}

/// The lines outside every block of code, with their numbers.
pub fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    lines(text).filter(|(.., is_prose)| *is_prose).map(|(number, line, _)| (number, line))
}

/// The headings, in their order.
pub fn headings(text: &str) -> Vec<Heading> {
    prose(text).filter_map(|(line, content)| heading(line, content)).collect()
}

fn heading(line: usize, content: &str) -> Option<Heading> {
    let rest = content.trim_start_matches('#');
    let level = content.len() - rest.len();
    if !(1..=6).contains(&level) || !rest.starts_with(' ') {
        return None;
    }
    let (text, id) = match rest.trim().strip_suffix('}').and_then(|rest| rest.rsplit_once("{#")) {
        Some((text, id)) => (text.trim(), Some(id.to_owned())),
        None => (rest.trim(), None),
    };
    Some(Heading { line, level, text: text.to_owned(), id })
}

/// The sections, in their order; what stands above the first heading is in none.
pub fn sections(text: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for (number, line, is_prose) in lines(text) {
        match heading(number, line).filter(|_| is_prose) {
            Some(heading) => sections.push(Section { heading, text: format!("{line}\n") }),
            None => {
                if let Some(section) = sections.last_mut() {
                    section.text.push_str(line);
                    section.text.push('\n');
                }
            }
        }
    }
    sections
}

/// The blocks of code, in their order.
pub fn fences(text: &str) -> Vec<Fence> {
    let mut fences: Vec<Fence> = Vec::new();
    let mut open: Option<String> = None;
    for (index, line) in text.lines().enumerate() {
        let content = line.trim();
        match &open {
            Some(mark) if content == mark => open = None,
            Some(_) => {
                if let Some(fence) = fences.last_mut() {
                    fence.lines.push((index + 1, line.to_owned()));
                }
            }
            None => {
                open = fence_of(content);
                if let Some(mark) = &open {
                    let info = content.trim_start_matches(mark.as_str()).trim().to_owned();
                    fences.push(Fence { line: index + 1, info, lines: Vec::new() });
                }
            }
        }
    }
    fences
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str =
        "# A {#a}\n\ntext\n\n```rust,fragment\n# no heading\nfn b();\n```\n\n## B\nmore\n";

    #[test]
    fn headings_have_their_ids_and_are_not_in_code() {
        let headings = headings(PAGE);

        let told: Vec<_> = headings
            .iter()
            .map(|it| (it.line, it.level, it.text.as_str(), it.id.as_deref()))
            .collect();
        assert_eq!(told, [(1, 1, "A", Some("a")), (10, 2, "B", None)]);
    }

    #[test]
    fn a_section_ends_at_the_next_heading() {
        let sections = sections(PAGE);

        assert_eq!(sections[1].text, "## B\nmore\n");
        assert!(sections[0].text.contains("# no heading"));
    }

    #[test]
    fn a_fence_has_its_lines() {
        let fences = fences(PAGE);

        assert_eq!((fences[0].line, fences[0].info.as_str()), (5, "rust,fragment"));
        assert_eq!(fences[0].lines[1], (7, "fn b();".to_owned()));
    }
}
