//! Builds the book: `cargo run -p book`.
//!
//! It first checks what mdBook only warns of or does not know, then lets mdBook write the pages
//! into `book/build/`.

mod check;

use std::{env, path::Path, process::ExitCode};

use anyhow::Context;
use mdbook_driver::MDBook;

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    if !matches!(words.iter().map(String::as_str).collect::<Vec<_>>().as_slice(), [] | ["build"]) {
        eprintln!("error: unknown command `{}`\nhint: cargo run -p book", words.join(" "));
        return ExitCode::from(2);
    }
    match build(Path::new(env!("CARGO_MANIFEST_DIR"))) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(3)
        }
    }
}

/// Builds the book in `root`, unless a check of it fails.
fn build(root: &Path) -> anyhow::Result<ExitCode> {
    let problems = check::problems(root).context("cannot check the book")?;
    for problem in &problems {
        eprintln!("error: {problem}");
    }
    if !problems.is_empty() {
        return Ok(ExitCode::FAILURE);
    }

    let book = MDBook::load(root).context("cannot load the book")?;
    book.build().context("cannot build the book")?;
    println!("{}", book.build_dir_for("html").join("index.html").display());
    Ok(ExitCode::SUCCESS)
}
