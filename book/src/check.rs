//! Everything that must hold of the book, but for what only a browser shows.

mod built;
mod course;
mod parity;
mod tags;
mod text;

use std::{fs, path::Path};

use anyhow::Context;

use crate::{
    build::build_into,
    language::Language,
    problem::{Problem, shown},
    sources::Sources,
    volume::{Volume, files},
};

pub use text::{CODE_WIDTH, words};

/// Everything that is wrong with the book below `root`, the root of the repository.
///
/// The book is built twice, into folders of its own; what was built before stays as it is.
///
/// # Errors
///
/// If a file cannot be read, or mdBook fails.
pub fn check(root: &Path) -> anyhow::Result<Vec<Problem>> {
    let mut problems = pages(root)?;
    let folders = [(); 2].map(|()| tempfile::tempdir());
    let [one, other] = folders;
    let (one, other) = (one.context("no folder to build in")?, other.context("no second one")?);
    let in_build = build_into(root, &Language::ALL, one.path())?;
    if in_build.is_empty() {
        build_into(root, &Language::ALL, other.path())?;
        problems.extend(built::Built::read(one.path())?.check());
        problems.extend(built::differences(one.path(), other.path())?);
    }
    problems.extend(in_build);
    problems.sort();
    problems.dedup();
    Ok(problems)
}

/// Everything that is wrong with what was written.
fn pages(root: &Path) -> anyhow::Result<Vec<Problem>> {
    let sources = Sources::load(root).context("the files of the book cannot be read")?;
    let mut problems = sources.problems.clone();
    let mut originals: Option<Volume> = None;
    for language in Language::ALL {
        let folder = format!("book/src/{language}");
        if !root.join(&folder).join("SUMMARY.md").exists() {
            continue;
        }
        let volume = Volume::read(root, language, &mut problems)?;
        for page in &volume.pages {
            problems.extend(text::check(page, language, &sources));
        }
        let there = files(&root.join(&folder))?;
        let there: Vec<String> = there.iter().map(|file| shown(root, file)).collect();
        problems.extend(course::strays(&volume.pages, &folder, &there));
        match &originals {
            None => {
                problems.extend(course::chapters(&volume.pages, &sources));
                problems.extend(course::records(&volume.pages, &sources));
                originals = Some(volume);
            }
            Some(originals) => problems.extend(parity::check(&originals.pages, &volume.pages)),
        }
    }
    let glossary = fs::read_to_string(root.join("book/glossary.toml")).unwrap_or_default();
    problems.extend(course::glossary(&glossary, &sources));
    Ok(problems)
}
