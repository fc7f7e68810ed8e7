//! Replaces the directives for an mdBook that was installed: `[preprocessor.awaitlings]` in
//! `book.toml` has it call `cargo run -p book -- preprocess`.
//!
//! Its pages are then the same as those of `build` before they are changed as
//! [`patch`](crate::patch) says: that and the index for searching are added by `build` alone.

use std::{
    io::{self, Write},
    path::Path,
};

use anyhow::{Context, anyhow};
use mdbook_preprocessor::{PreprocessorContext, book::Book};

use crate::{
    collected::Collected,
    expand::expand,
    language::Language,
    page::{self, Page},
    problem::Problem,
    sources::Sources,
};

/// Reads a book as mdBook sends it, and writes it with its directives replaced, unless something is
/// wrong with them.
///
/// # Errors
///
/// If it is not understood, or cannot be written.
pub fn run(
    root: &Path,
    input: impl io::Read,
    mut output: impl Write,
) -> anyhow::Result<Vec<Problem>> {
    let (context, book) = mdbook_preprocessor::parse_input(input)
        .context("standard input holds no book as mdBook sends it to a preprocessor")?;
    let (book, problems) = replaced(root, &context, book)?;
    if problems.is_empty() {
        serde_json::to_writer(&mut output, &book).context("the book cannot be written")?;
        output.flush().context("the book cannot be written")?;
    }
    Ok(problems)
}

/// The book with its directives replaced, and what is wrong with them.
///
/// # Errors
///
/// If the book is in a language that is none of ours, or the files of the book cannot be read.
fn replaced(
    root: &Path,
    context: &PreprocessorContext,
    mut book: Book,
) -> anyhow::Result<(Book, Vec<Problem>)> {
    let tag = context.config.book.language.as_deref().unwrap_or("en");
    let language = Language::from_tag(tag);
    let language = language.ok_or_else(|| anyhow!("the book is not written in `{tag}`"))?;
    let sources = Sources::load(root).context("the files of the book cannot be read")?;
    let mut problems = sources.problems.clone();
    let pages = Page::all_of(&book, language, &mut problems);
    let collected = Collected::from_pages(&pages, &sources);
    let texts = pages
        .iter()
        .map(|page| expand(page, language, &sources, &collected, &mut problems))
        .collect();
    page::replace(&mut book, texts);
    Ok((book, problems))
}
