//! The few things all texts share: plurals, columns, color.

mod lines;

pub use lines::{cut, width, wrapped};

/// Whether escape codes may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Color {
    /// Yes: a terminal that wants them.
    On,
    /// No: a pipe, a file, `NO_COLOR`, a terminal without a name.
    Off,
}

/// What a stretch of text is, from which its color follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Passed.
    Good,
    /// Failed.
    Bad,
    /// Look here.
    Notice,
    /// A path, a command, a hint.
    Pointer,
    /// Beside the point.
    Quiet,
}

impl Color {
    /// `text` in the color of its tone, or as it is.
    pub fn paint(self, tone: Tone, text: &str) -> String {
        let code = match tone {
            Tone::Good => "32",
            Tone::Bad => "31",
            Tone::Notice => "33",
            Tone::Pointer => "36",
            Tone::Quiet => "2",
        };
        match self {
            Color::On => format!("\x1b[{code}m{text}\x1b[0m"),
            Color::Off => text.to_owned(),
        }
    }
}

/// `count` with its noun: `1 step`, `2 steps`.
pub fn plural(count: usize, noun: &str) -> String {
    match count {
        1 => format!("1 {noun}"),
        n => format!("{n} {noun}s"),
    }
}

/// `text` filled up with spaces to so many columns of a terminal.
pub fn padded(text: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(missing))
}

/// A paragraph in lines of at most eighty columns.
pub fn folded(paragraph: &str) -> String {
    wrapped(paragraph, 80).join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!(padded("任务", 6), "任务  ");
        assert_eq!(padded("task", 6), "task  ");
    }

    #[test]
    fn without_color_there_are_no_escape_codes() {
        assert_eq!(Color::Off.paint(Tone::Bad, "failed"), "failed");
    }
}
