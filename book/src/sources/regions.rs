//! The named regions of a file of code: `// ANCHOR: name` … `// ANCHOR_END: name`.

use std::collections::BTreeMap;

use crate::problem::Problem;

/// A file of code with its regions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// The file, relative to the root of the repository, with forward slashes.
    pub file: String,
    /// The first 16 hexadecimal digits of the SHA-256 of its text.
    pub digest: String,
    whole: Region,
    regions: BTreeMap<String, Region>,
}

/// A part of a file of code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// The number of its first line, from 1.
    pub line: usize,
    /// Its lines without their common indentation, the marks of regions, and a line feed at its end.
    pub code: String,
}

impl Code {
    /// Reads the regions of `text`; what is wrong with its marks goes to `problems`.
    pub fn parse(file: &str, text: &str, problems: &mut Vec<Problem>) -> Code {
        let mut open: Vec<(String, usize, Vec<&str>)> = Vec::new();
        let mut regions = BTreeMap::new();
        let mut whole = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let number = index + 1;
            match mark(line) {
                Some(Mark::Begins(name)) => {
                    if regions.contains_key(name) || open.iter().any(|(it, ..)| it == name) {
                        let text = format!("the region `{name}` is there twice");
                        problems.push(Problem::new(file, number, text));
                    }
                    open.push((name.to_owned(), number + 1, Vec::new()));
                }
                Some(Mark::Ends(name)) => match open.iter().position(|(it, ..)| it == name) {
                    Some(place) => {
                        let (name, line, lines) = open.remove(place);
                        regions.insert(name, Region::of(line, &lines));
                    }
                    None => {
                        let text = format!("the region `{name}` ends here and begins nowhere");
                        problems.push(Problem::new(file, number, text));
                    }
                },
                None => {
                    whole.push(line);
                    open.iter_mut().for_each(|(.., lines)| lines.push(line));
                }
            }
        }
        for (name, line, _) in open {
            let text = format!("the region `{name}` has no end `ANCHOR_END: {name}`");
            problems.push(Problem::new(file, line - 1, text));
        }
        let digest = forms::digest(text)[..16].to_owned();
        Code { file: file.to_owned(), digest, whole: Region::of(1, &whole), regions }
    }

    /// All of it.
    pub fn whole(&self) -> &Region {
        &self.whole
    }

    /// The region called `name`.
    pub fn region(&self, name: &str) -> Option<&Region> {
        self.regions.get(name)
    }

    /// The names of its regions.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.regions.keys().map(String::as_str)
    }
}

enum Mark<'a> {
    Begins(&'a str),
    Ends(&'a str),
}

fn mark(line: &str) -> Option<Mark<'_>> {
    let comment = line.trim().trim_start_matches(['/', '#']).trim_start();
    if comment.len() == line.trim().len() {
        return None;
    }
    let begins = comment.strip_prefix("ANCHOR:").map(|name| Mark::Begins(name.trim()));
    begins.or_else(|| comment.strip_prefix("ANCHOR_END:").map(|name| Mark::Ends(name.trim())))
}

impl Region {
    fn of(line: usize, lines: &[&str]) -> Region {
        // Blank lines around it are not shown, and the first line is the first one shown.
        let blank = lines.iter().take_while(|line| line.trim().is_empty()).count();
        let lines = &lines[blank..];
        let indentation = |line: &&str| line.len() - line.trim_start().len();
        let indent = lines.iter().filter(|line| !line.trim().is_empty()).map(indentation).min();
        let code: Vec<&str> = lines
            .iter()
            .map(|line| line.get(indent.unwrap_or(0)..).unwrap_or_default().trim_end())
            .collect();
        Region { line: line + blank, code: code.join("\n").trim_end().to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_loses_its_indentation_and_the_marks_within() {
        let text = "mod a {\n    // ANCHOR: outer\n    fn b() {\n        // ANCHOR: inner\n        \
                    c();\n        // ANCHOR_END: inner\n\n    }\n    // ANCHOR_END: outer\n}\n";
        let mut problems = Vec::new();

        let code = Code::parse("a.rs", text, &mut problems);

        let outer = code.region("outer").expect("it is there");
        assert_eq!((outer.line, outer.code.as_str()), (3, "fn b() {\n    c();\n\n}"));
        assert_eq!(code.region("inner").map(|it| it.code.as_str()), Some("c();"));
        assert_eq!(code.whole().code, "mod a {\n    fn b() {\n        c();\n\n    }\n}");
        assert_eq!(problems, []);
    }

    #[test]
    fn python_has_regions_too() {
        let code = Code::parse("a.py", "# ANCHOR: x\na = 1\n# ANCHOR_END: x\n", &mut Vec::new());

        assert_eq!(code.region("x").map(|it| it.code.as_str()), Some("a = 1"));
    }

    #[test]
    fn a_region_without_end_and_an_end_without_region_are_told() {
        let mut problems = Vec::new();

        Code::parse("a.rs", "// ANCHOR: x\nlet a;\n// ANCHOR_END: y\n", &mut problems);

        let problems: Vec<String> = problems.iter().map(Problem::to_string).collect();
        assert_eq!(
            problems,
            [
                "a.rs:3: the region `y` ends here and begins nowhere",
                "a.rs:1: the region `x` has no end `ANCHOR_END: x`",
            ]
        );
    }
}
