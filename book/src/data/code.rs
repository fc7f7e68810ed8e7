//! Code of a page, with where it stands, and what it printed.

/// A region of a file that was compiled and run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The language of the code, as a class for the highlighter names it: `rust`, `python`.
    pub language: &'static str,
    /// The file, relative to the root of the repository, with forward slashes.
    pub file: String,
    /// The number of its first line in that file.
    pub line: usize,
    /// The code, without its common indentation and without a line feed at its end.
    pub code: String,
}

/// What a program printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// The name of the file in `listings/out`.
    pub name: String,
    /// The text, without the line that tells its source and without a line feed at its end.
    pub text: String,
}

/// One program in two languages, which print the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compare {
    /// With asyncio.
    pub python: Listing,
    /// With tokio.
    pub rust: Listing,
    /// What each of them prints.
    pub output: Output,
}

/// Code that does not compile, with the compiler's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompileFailure {
    /// The name of the file in `listings/wont_compile`.
    pub name: String,
    /// The code of the error, such as `E0277`, if it has one.
    pub code: Option<String>,
    /// The first line of the message, without its code.
    pub message: String,
    /// The code that does not compile.
    pub listing: Listing,
    /// All of what the compiler says, without a line feed at its end.
    pub words: String,
}
