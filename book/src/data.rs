//! What the directives of a page name, loaded and typed.
//!
//! The engine reads it from files that tests have made, and hands it to the [widgets](crate::widgets),
//! which give the HTML. Nothing here knows files or HTML.

mod code;
mod collected;
mod lesson;
mod question;
mod run;
mod text;
mod tree;

pub use code::{Compare, CompileFailure, Listing, Output};
pub use collected::{ErrorEntry, ScheduleRow, Term};
pub use lesson::{Card, Exercise, LessonExercises};
pub use question::{Answer, Choice, Question};
pub use run::{RecordedTrace, RecordedTree, Slider, Stop, Timeline};
pub use text::Text;
pub use tree::{Ending, Game, Node, State, Step, Tree};
