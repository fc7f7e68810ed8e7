//! What a page tells of a lesson: its head and its exercises, from the lesson's manifest.

use super::Text;

/// The head of a chapter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The name of the lesson and its package.
    pub lesson: String,
    /// Its title.
    pub title: Text,
    /// Minutes that the exercises take that belong to the lesson: an estimate.
    pub core_minutes: u32,
    /// Minutes that the further exercises take: an estimate.
    pub more_minutes: u32,
    /// The Rust it needs, each Markdown that fits on a line; empty if there is nothing to name.
    pub needs: Vec<Text>,
    /// Its counterpart in asyncio: Markdown that fits on a line.
    pub asyncio: String,
    /// How many exercises belong to the lesson.
    pub core_exercises: usize,
    /// The command that runs its tests.
    pub command: String,
}

/// The exercises of a lesson, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonExercises {
    /// The name of the lesson and its package.
    pub lesson: String,
    /// Its exercises.
    pub exercises: Vec<Exercise>,
}

/// One exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exercise {
    /// Its stable name, such as `gather/fetch_all`.
    pub id: String,
    /// The name of its file.
    pub name: String,
    /// Its title.
    pub title: Text,
    /// The word for what the learner does: `implement`, `fix`, `test`, `predict`, `audit`.
    pub kind: &'static str,
    /// Whether it belongs to the lesson.
    pub is_core: bool,
    /// How hard it is, from 1 to 5.
    pub stars: u8,
    /// How long it takes: an estimate.
    pub minutes: u32,
    /// What it is worth.
    pub points: u32,
    /// The learner's file, relative to the root, with forward slashes.
    pub file: String,
    /// The command that runs its tests with cargo alone.
    pub test_command: String,
    /// The command that has it checked.
    pub check_command: String,
}
