//! Builds the books of all languages into one folder, which is replaced as a whole or not at all.

use std::{
    fs,
    path::{Path, PathBuf},
    process, thread,
};

use anyhow::{Context, anyhow};

use crate::{
    html::escape,
    language::Language,
    problem::Problem,
    sources::Sources,
    volume::{Expanded, Volume},
};

/// Where the books are, relative to the root of the repository.
pub const FOLDER: &str = "book/build";

/// Builds the books in `languages` below `root` into `book/build`, unless something is wrong with
/// them: then what was there stays there.
///
/// # Errors
///
/// If a file cannot be read or written, or mdBook fails.
pub fn build(root: &Path, languages: &[Language]) -> anyhow::Result<Vec<Problem>> {
    match Draft::build(root, languages)? {
        Ok(draft) => draft.replace().map(|()| Vec::new()),
        Err(problems) => Ok(problems),
    }
}

/// Builds the books in `languages` into `folder`, which is new. With problems, it is incomplete.
///
/// # Errors
///
/// As [`build`].
pub fn build_into(
    root: &Path,
    languages: &[Language],
    folder: &Path,
) -> anyhow::Result<Vec<Problem>> {
    let sources = Sources::load(root).context("the files of the book cannot be read")?;
    let mut problems = sources.problems.clone();
    let volumes = Language::ALL
        .into_iter()
        .filter(|language| root.join(format!("book/src/{language}/SUMMARY.md")).exists())
        .map(|language| Volume::read(root, language, &mut problems))
        .collect::<anyhow::Result<Vec<Volume>>>()?;
    let expanded: Vec<Expanded> = volumes.iter().map(|volume| volume.expand(&sources)).collect();
    problems.extend(expanded.iter().flat_map(|expanded| expanded.problems.clone()));
    problems.sort();
    problems.dedup();
    if !problems.is_empty() {
        return Ok(problems);
    }

    thread::scope(|scope| {
        let (volumes, sources) = (&volumes, &sources);
        let wanted = volumes.iter().zip(&expanded);
        let wanted = wanted.filter(|(volume, _)| languages.contains(&volume.language));
        let threads: Vec<_> = wanted
            .map(|(volume, expanded)| {
                let folder = folder.join(volume.language.tag());
                scope.spawn(move || write(volume, expanded, &folder, volumes, sources))
            })
            .collect();
        threads.into_iter().try_for_each(|thread| thread.join().map_err(|_| panicked())?)
    })?;
    let all: Vec<Language> = volumes.iter().map(|volume| volume.language).collect();
    fs::write(folder.join("index.html"), index(&all, &sources))?;
    Ok(Vec::new())
}

/// Writes the pages of one language into `folder`.
fn write(
    volume: &Volume,
    expanded: &Expanded,
    folder: &Path,
    volumes: &[Volume],
    sources: &Sources,
) -> anyhow::Result<()> {
    volume.render(&expanded.texts, folder)?;
    let others: Vec<&Volume> =
        volumes.iter().filter(|other| other.language != volume.language).collect();
    volume.finish(&expanded.texts, folder, &others, sources)
}

fn panicked() -> anyhow::Error {
    anyhow!("making the pages panicked")
}

/// The page that leads to the reader's language, and lists all of them where no script runs.
fn index(languages: &[Language], sources: &Sources) -> String {
    let links: String = languages
        .iter()
        .map(|language| {
            format!(
                "<li><a href=\"{language}/index.html\" hreflang=\"{language}\" \
                 lang=\"{language}\">{}: {}</a></li>\n",
                language.own_name(),
                escape(sources.strings(*language).word("languages.read"))
            )
        })
        .collect();
    let has_chinese = languages.contains(&Language::ZhCn);
    let chinese = if has_chinese { "zh-CN/index.html" } else { "en/index.html" };
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Awaitlings</title>\n\
         <style>body {{ font: 1.2rem/1.6 system-ui, sans-serif; margin: 3rem auto; \
         max-width: 32rem; padding: 0 1rem; color-scheme: light dark; }}</style>\n\
         <script>if (!location.hash) location.replace((navigator.languages || [\"en\"])\
         .map((it) => it.slice(0, 2)).find((it) => it === \"en\" || it === \"zh\") === \"zh\" \
         ? \"{chinese}\" : \"en/index.html\");</script>\n\
         </head>\n<body>\n<main>\n<h1>Awaitlings</h1>\n<ul>\n{links}</ul>\n</main>\n</body>\n</html>\n"
    )
}

/// Books that were built beside those that are there; they go when they are not wanted.
pub struct Draft {
    folder: PathBuf,
    /// What they take the place of.
    place: PathBuf,
    languages: Vec<Language>,
}

impl Draft {
    /// Builds the books in `languages` below `root`, or tells what is wrong with them.
    ///
    /// # Errors
    ///
    /// As [`build`].
    pub fn build(
        root: &Path,
        languages: &[Language],
    ) -> anyhow::Result<Result<Draft, Vec<Problem>>> {
        let place = root.join(FOLDER);
        let folder = place.with_file_name(format!("build.{}.draft", process::id()));
        let draft = Draft { folder, place, languages: languages.to_vec() };
        draft.remove();
        fs::create_dir_all(&draft.folder)
            .with_context(|| format!("`{}` cannot be made", draft.folder.display()))?;
        let problems = build_into(root, languages, &draft.folder)?;
        Ok(if problems.is_empty() { Ok(draft) } else { Err(problems) })
    }

    /// Where they lie until they are put into their place.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Puts them into their place; of languages that were not built, what was there stays.
    ///
    /// # Errors
    ///
    /// If a folder cannot be renamed or removed.
    pub fn replace(self) -> anyhow::Result<()> {
        for language in Language::ALL.into_iter().filter(|it| !self.languages.contains(it)) {
            let (old, new) = (self.place.join(language.tag()), self.folder.join(language.tag()));
            if old.exists() && !new.exists() {
                fs::rename(&old, &new).context("a book in another language cannot be kept")?;
            }
        }
        let old = self.place.with_file_name(format!("build.{}.old.draft", process::id()));
        if self.place.exists() {
            fs::rename(&self.place, &old).context("the old book cannot be put aside")?;
        }
        fs::rename(&self.folder, &self.place).context("the new book cannot take its place")?;
        if old.exists() {
            fs::remove_dir_all(&old).context("the old book cannot be removed")?;
        }
        Ok(())
    }

    fn remove(&self) {
        // Nothing is there where it has taken its place.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        self.remove();
    }
}
