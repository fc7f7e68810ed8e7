//! What each command does and says.

use std::path::Path;

use crate::{
    build::{self, Draft, FOLDER},
    check as gates,
    cli::Browser,
    exit::Exit,
    language::Language,
    pdf as printer, preprocess as preprocessor,
    problem::Problem,
    serve as server,
};

/// `build`.
///
/// # Errors
///
/// If the book could not be built.
pub fn build(root: &Path, languages: &[Language]) -> anyhow::Result<Exit> {
    let problems = build::build(root, languages)?;
    if problems.is_empty() {
        println!("{FOLDER}/index.html");
    }
    Ok(told(&problems))
}

/// `check`.
///
/// # Errors
///
/// If the book could not be checked.
pub fn check(root: &Path) -> anyhow::Result<Exit> {
    let problems = gates::check(root)?;
    if problems.is_empty() {
        println!("the book is right, as far as that shows without a browser");
    }
    Ok(told(&problems))
}

/// `preprocess`.
///
/// # Errors
///
/// If what mdBook sends is not understood.
pub fn preprocess(root: &Path) -> anyhow::Result<Exit> {
    let problems = preprocessor::run(root, std::io::stdin().lock(), std::io::stdout().lock())?;
    Ok(told(&problems))
}

/// `preprocess supports RENDERER`: mdBook reads the answer from the exit code.
pub fn supports(renderer: &str) -> Exit {
    if renderer == "html" { Exit::Good } else { Exit::Wrong }
}

/// `pdf`.
///
/// # Errors
///
/// If there is no Chromium, or the book could not be built or printed: then the older book and
/// what was printed of it stay there.
pub fn pdf(root: &Path, languages: &[Language]) -> anyhow::Result<Exit> {
    // Looked for first: nobody waits for a book that cannot be printed.
    let chromium = printer::chromium()?;
    match Draft::build(root, languages)? {
        Ok(draft) => {
            let files = printer::print(draft.folder(), languages, &chromium)?;
            draft.replace()?;
            for file in files {
                println!("{FOLDER}/{file}");
            }
            Ok(Exit::Good)
        }
        Err(problems) => Ok(told(&problems)),
    }
}

/// `serve`.
///
/// # Errors
///
/// If the port is taken, or the book could not be built at all.
pub fn serve(root: &Path, port: u16, browser: Browser, page: &str) -> anyhow::Result<Exit> {
    server::serve(root, port, browser, page)?;
    Ok(Exit::Good)
}

/// Says what is wrong.
fn told(problems: &[Problem]) -> Exit {
    for problem in problems {
        eprintln!("error: {problem}");
    }
    match problems {
        [] => Exit::Good,
        [_] => Exit::Wrong,
        several => {
            eprintln!("{} problems", several.len());
            Exit::Wrong
        }
    }
}
