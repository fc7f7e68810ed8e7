//! The book in one language: read, its directives replaced, and made into pages.

use std::{
    fs,
    path::{Path, PathBuf},
    str::FromStr,
};

use anyhow::{Context, anyhow};
use mdbook_driver::{MDBook, config::Config};

use crate::{
    collected::Collected,
    expand::expand,
    language::Language,
    page::{self, Page},
    patch::{self, Kind, Other, Place},
    problem::Problem,
    search,
    sources::Sources,
};

/// The book in one language, as it was written.
pub struct Volume {
    /// The language.
    pub language: Language,
    /// The pages, in their order.
    pub pages: Vec<Page>,
    /// The folder of the books.
    folder: PathBuf,
    config: Config,
}

/// A book whose directives have been replaced.
pub struct Expanded {
    /// The Markdown of the pages, in their order.
    pub texts: Vec<String>,
    /// What is wrong in them.
    pub problems: Vec<Problem>,
}

impl Volume {
    /// Reads the book in `language` below `root`, the root of the repository; what is wrong with its
    /// directives goes to `problems`.
    ///
    /// # Errors
    ///
    /// If its manifest or one of its pages cannot be read.
    pub fn read(
        root: &Path,
        language: Language,
        problems: &mut Vec<Problem>,
    ) -> anyhow::Result<Volume> {
        let folder = root.join("book");
        let mut config = config(&folder)?;
        config.book.src = PathBuf::from(format!("src/{language}"));
        config.book.language = Some(language.tag().to_owned());
        let volume = Volume { language, pages: Vec::new(), folder, config };
        let pages = Page::all_of(&volume.load()?.book, language, problems);
        Ok(Volume { pages, ..volume })
    }

    /// Replaces the directives of all pages.
    pub fn expand(&self, sources: &Sources) -> Expanded {
        let collected = Collected::from_pages(&self.pages, sources);
        let mut problems = Vec::new();
        let texts = self
            .pages
            .iter()
            .map(|page| expand(page, self.language, sources, &collected, &mut problems));
        Expanded { texts: texts.collect(), problems }
    }

    /// Writes its pages into `folder`, as mdBook makes them from `texts`.
    ///
    /// # Errors
    ///
    /// If mdBook fails.
    pub fn render(&self, texts: &[String], folder: &Path) -> anyhow::Result<()> {
        // mdBook's own type belongs to one thread: the books are made beside each other.
        let mut book = self.load()?;
        page::replace(&mut book.book, texts.to_vec());
        book.config.build.build_dir = folder.to_owned();
        book.build()
            .with_context(|| format!("the pages in {} cannot be made", self.language.own_name()))
    }

    fn load(&self) -> anyhow::Result<MDBook> {
        MDBook::load_with_config(&self.folder, self.config.clone())
            .with_context(|| format!("the book in {} cannot be read", self.language.own_name()))
    }

    /// Changes the pages in `folder` as [`patch`] says, and adds the index for searching. `others`
    /// are the books in the other languages.
    ///
    /// # Errors
    ///
    /// If a change does not fit, or a file cannot be read or written.
    pub fn finish(
        &self,
        texts: &[String],
        folder: &Path,
        others: &[&Volume],
        sources: &Sources,
    ) -> anyhow::Result<()> {
        // A static host has its own; this one would look for its styles at the root of the host.
        fs::remove_file(folder.join("404.html")).context("mdBook wrote no `404.html`")?;
        let strings = sources.strings(self.language);
        for path in files(folder)? {
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().into_owned();
            let kind = match name.as_str() {
                "toc.html" => Kind::Contents,
                name if name.ends_with(".html") => Kind::Page,
                name if is_script_of_mdbook(name) => Kind::Script,
                _ => continue,
            };
            let place = Place { path: &name, others: places(&name, others) };
            let text = fs::read_to_string(&path)?;
            let patched = patch::apply(&text, kind, &place, strings)
                .map_err(|reason| anyhow!("{}/{name}: {reason}", self.language))?;
            fs::write(&path, patched)?;
        }
        let sections: Vec<_> = self
            .pages
            .iter()
            .zip(texts)
            .flat_map(|(page, text)| search::sections(&page.title, &page.html(), text))
            .collect();
        fs::write(folder.join(search::file(self.language)), search::script(&sections))?;
        Ok(())
    }
}

/// The manifest of the book without what an mdBook of its own would run.
fn config(folder: &Path) -> anyhow::Result<Config> {
    let file = folder.join("book.toml");
    let text = fs::read_to_string(&file).context("`book/book.toml` cannot be read")?;
    let mut table = toml::Table::from_str(&text).context("`book/book.toml` is no TOML")?;
    table.remove("preprocessor");
    Config::from_str(&table.to_string()).context("`book/book.toml` is not mdBook's")
}

/// `book.js` with the digest that mdBook puts into its name.
fn is_script_of_mdbook(name: &str) -> bool {
    let digest = name.strip_prefix("book-").and_then(|name| name.strip_suffix(".js"));
    digest.is_some_and(|digest| digest.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Where a page leads to in the other languages.
fn places(name: &str, others: &[&Volume]) -> Vec<Other> {
    let stem = name.strip_suffix(".html").unwrap_or(name);
    let others = others.iter().map(|other| {
        let is_same =
            matches!(stem, "index" | "print") || other.pages.iter().any(|page| page.stem == stem);
        let path = if is_same { name.to_owned() } else { "index.html".to_owned() };
        Other { language: other.language, path, is_same }
    });
    others.collect()
}

/// Every file below `folder`, sorted.
///
/// # Errors
///
/// If a folder cannot be read.
pub fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
