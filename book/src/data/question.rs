//! A question with its answer, which was read from a run where it is about one.

use super::{Listing, Text};

/// A question to a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its name, unique over the book.
    pub name: String,
    /// Eight hexadecimal digits that change when the question does: what a stored answer belongs to.
    pub digest: String,
    /// What is asked.
    pub text: Text,
    /// The program it is about, shown with it.
    pub listing: Option<Listing>,
    /// What is right.
    pub answer: Answer,
    /// Why that is right; a question with options may leave it to them.
    pub why: Option<Text>,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// By one of the options, of which exactly one is right.
    One(Vec<Choice>),
    /// By any number of the options, all that are right.
    Any(Vec<Choice>),
    /// By writing the lines that are printed, in their order.
    Lines(Vec<String>),
    /// By bringing lines into the order in which they are printed.
    Order {
        /// The right order.
        lines: Vec<String>,
        /// The order in which they are given, as indices into `lines`.
        given: Vec<usize>,
    },
    /// By a number.
    Number {
        /// What is right.
        value: i64,
        /// How far off is still right.
        tolerance: i64,
        /// What the number counts, such as `ms`; may be empty.
        unit: String,
    },
}

/// One option of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What it says.
    pub text: Text,
    /// Whether it is right.
    pub is_right: bool,
    /// Why it is right or wrong.
    pub why: Text,
}
