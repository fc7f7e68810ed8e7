//! What is collected from all chapters into one page.

use super::{CompileFailure, Text};

/// An entry of the index of error messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorEntry {
    /// The error.
    pub failure: CompileFailure,
    /// The title of the chapter that explains it.
    pub title: String,
    /// Where it is explained, relative to the root of the book, with a fragment.
    pub link: String,
}

/// A row of the teacher's schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScheduleRow {
    /// The title of the chapter.
    pub title: String,
    /// Its page, relative to the root of the book.
    pub page: String,
    /// Minutes of talk, the sum over the notes for teachers in the chapter.
    pub talk: u32,
    /// Minutes of the exercises that belong to the lesson.
    pub core: u32,
    /// Minutes of the further exercises.
    pub more: u32,
}

/// A word of the glossary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The end of its anchor: `term-ID`.
    pub id: String,
    /// The word.
    pub name: Text,
    /// What it means: Markdown that fits on a line.
    pub meaning: Text,
}
