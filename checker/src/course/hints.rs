//! A lesson's hints, `hints.md`: three levels for each exercise, from a question to almost the code.

use std::collections::HashMap;

/// The headings of the three levels.
pub const LEVELS: [&str; 3] = ["Nudge", "Approach", "Almost there"];

/// The hints of a lesson.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hints(HashMap<(String, usize), String>);

impl Hints {
    /// Reads `## exercise` and `### level` headings and the text below them.
    pub fn parse(text: &str) -> Hints {
        let mut hints: HashMap<(String, usize), String> = HashMap::new();
        let mut exercise = String::new();
        let mut level = None;
        for line in text.lines() {
            if let Some(title) = line.strip_prefix("### ") {
                level = LEVELS.iter().position(|level| *level == title.trim());
            } else if let Some(title) = line.strip_prefix("## ") {
                title.trim().clone_into(&mut exercise);
                level = None;
            } else if let Some(level) = level {
                let hint = hints.entry((exercise.clone(), level)).or_default();
                hint.push_str(line);
                hint.push('\n');
            }
        }
        for hint in hints.values_mut() {
            *hint = hint.trim_matches('\n').to_owned();
        }
        hints.retain(|_, hint| !hint.is_empty());
        Hints(hints)
    }

    /// The hint of an exercise at a level from 0 to 2.
    pub fn of(&self, exercise: &str, level: usize) -> Option<&str> {
        self.0.get(&(exercise.to_owned(), level)).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hint_is_the_text_between_two_headings() {
        let hints = Hints::parse(
            "# Hints\n\n## a\n\n### Nudge\n\nWho waits?\n\n### Approach\n\nUse `x`.\n\n## b\n\n### Nudge\n\nB.\n",
        );

        assert_eq!(hints.of("a", 0), Some("Who waits?"));
        assert_eq!(hints.of("a", 1), Some("Use `x`."));
        assert_eq!(hints.of("a", 2), None);
        assert_eq!(hints.of("b", 0), Some("B."));
    }
}
