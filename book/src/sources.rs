//! Everything that pages show and do not hold, loaded once.
//!
//! A record, a question or a program that is wrong is kept with its problem: it is told where a
//! page uses it, and by the gate that looks at all of them.

mod lessons;
mod questions;
mod records;
mod regions;

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use forms::{Manifest, lesson_order, normalized};
use trace::Trace;

use crate::{
    data::{CompileFailure, Listing, Output, Tree},
    language::Language,
    problem::{Problem, shown, unknown},
    strings::Strings,
};

pub use lessons::{Glossary, GlossaryTerm, Translations, minutes};
pub use questions::{Questions, twice};
pub use records::Record;
pub use regions::{Code, Region};

/// Where the listings are, relative to the root.
pub const LISTINGS: &str = "book/listings";

/// Everything that pages show and do not hold.
#[derive(Debug)]
pub struct Sources {
    /// The root of the repository.
    pub root: PathBuf,
    /// Every file of code, by its path relative to the root.
    pub code: BTreeMap<String, Code>,
    /// What programs printed.
    pub outputs: BTreeMap<String, Record<Output>>,
    /// Recorded runs.
    pub traces: BTreeMap<String, Record<Trace>>,
    /// Recorded runs by the value of a parameter.
    pub sliders: BTreeMap<String, BTreeMap<u64, Record<Trace>>>,
    /// Recorded schedules.
    pub trees: BTreeMap<String, Record<Tree>>,
    /// What does not compile.
    pub failures: BTreeMap<String, Record<CompileFailure>>,
    /// The questions, by lesson.
    pub questions: BTreeMap<String, Questions>,
    /// The names of the lessons, in their order.
    pub lessons: Vec<String>,
    /// Their manifests.
    pub manifests: BTreeMap<String, Manifest>,
    /// The manifests' words in the other language.
    pub translations: Translations,
    /// The words of the book.
    pub glossary: Glossary,
    /// The words of the interface.
    pub strings: BTreeMap<Language, Strings>,
    /// What is wrong and belongs to nothing above.
    pub problems: Vec<Problem>,
}

impl Sources {
    /// Loads everything below `root`, the root of the repository.
    ///
    /// # Errors
    ///
    /// If the workspace's manifest or the words of the interface cannot be read.
    pub fn load(root: &Path) -> io::Result<Sources> {
        let mut problems = Vec::new();
        let lessons = lesson_order(&fs::read_to_string(root.join("Cargo.toml"))?);
        let code = code(root, &lessons, &mut problems)?;
        let mut sources = Sources {
            root: root.to_owned(),
            outputs: BTreeMap::new(),
            traces: BTreeMap::new(),
            sliders: BTreeMap::new(),
            trees: BTreeMap::new(),
            failures: BTreeMap::new(),
            questions: BTreeMap::new(),
            manifests: BTreeMap::new(),
            translations: Translations::default(),
            glossary: Glossary::default(),
            strings: BTreeMap::new(),
            code,
            lessons,
            problems,
        };
        sources.load_records()?;
        sources.load_failures()?;
        sources.load_lessons()?;
        sources.load_questions()?;
        sources.load_strings()?;
        Ok(sources)
    }

    /// The words of the interface in `language`.
    pub fn strings(&self, language: Language) -> &Strings {
        self.strings.get(&language).expect("the words of every language were loaded")
    }

    /// The region that `reference` names: `LESSON:REGION`, `python/LESSON:REGION`,
    /// `lessons/LESSON/EXERCISE` or `solutions/LESSON/EXERCISE:REGION`.
    ///
    /// # Errors
    ///
    /// What does not exist, as a sentence.
    pub fn listing(&self, reference: &str) -> Result<Listing, String> {
        if let Some(reference) = reference.strip_prefix("python/") {
            return self.python(reference);
        }
        let (path, region) = match reference.split_once(':') {
            Some((path, region)) => (path, Some(region)),
            None => (reference, None),
        };
        let parts: Vec<&str> = path.split('/').collect();
        let (file, region) = match (parts.as_slice(), region) {
            ([lesson], Some(region)) => (format!("{LISTINGS}/src/{lesson}.rs"), Some(region)),
            ([sort @ ("lessons" | "solutions"), lesson, exercise], region) => {
                let folder = format!("{sort}/{lesson}/src");
                let program = format!("{folder}/bin/{exercise}.rs");
                let is_program = self.code.contains_key(&program);
                (if is_program { program } else { format!("{folder}/{exercise}.rs") }, region)
            }
            _ => {
                return Err(format!(
                    "`{reference}` is neither `LESSON:REGION` nor `lessons/LESSON/EXERCISE` nor \
                     `solutions/LESSON/EXERCISE:REGION`"
                ));
            }
        };
        self.region("rust", &file, region)
    }

    /// The Python twin of the listing that `reference` names as `LESSON:REGION`.
    ///
    /// # Errors
    ///
    /// What does not exist, as a sentence.
    pub fn python(&self, reference: &str) -> Result<Listing, String> {
        let (lesson, region) = reference
            .split_once(':')
            .ok_or_else(|| format!("`{reference}` is not of the form `LESSON:REGION`"))?;
        self.region("python", &format!("{LISTINGS}/python/{lesson}.py"), Some(region))
    }

    fn region(
        &self,
        language: &'static str,
        file: &str,
        region: Option<&str>,
    ) -> Result<Listing, String> {
        let code =
            self.code.get(file).ok_or_else(|| unknown("file", file, self.code.keys().cloned()))?;
        let region = match region {
            None => code.whole(),
            Some(name) => code.region(name).ok_or_else(|| {
                let names = code.names().map(str::to_owned);
                format!("`{file}`: {}", unknown("region", name, names))
            })?,
        };
        let (line, code) = (region.line, region.code.clone());
        Ok(Listing { language, file: file.to_owned(), line, code })
    }

    fn load_records(&mut self) -> io::Result<()> {
        let root = self.root.clone();
        let listings = records::Listings { folder: LISTINGS, files: &self.code };
        for (file, name, text) in texts(&root, &format!("{LISTINGS}/out"), "txt")? {
            let record = records::output(&file, &name, &text, &listings);
            self.outputs.insert(name, record);
        }
        for (file, name, text) in texts(&root, &format!("{LISTINGS}/traces"), "json")? {
            self.traces.insert(name, records::trace(&file, &text, &listings));
        }
        for (file, name, text) in texts(&root, &format!("{LISTINGS}/trees"), "json")? {
            self.trees.insert(name, records::tree(&file, &text, &listings));
        }
        for name in folders(&root.join(LISTINGS).join("traces"))? {
            let mut runs = BTreeMap::new();
            for (file, value, text) in texts(&root, &format!("{LISTINGS}/traces/{name}"), "json")? {
                let record = records::trace(&file, &text, &listings);
                match value.parse() {
                    Ok(value) => drop(runs.insert(value, record)),
                    Err(_) => self.problems.push(Problem::new(
                        file,
                        1,
                        "a run of a slider is named by the value of its parameter",
                    )),
                }
            }
            self.sliders.insert(name, runs);
        }
        Ok(())
    }

    fn load_failures(&mut self) -> io::Result<()> {
        let folder = format!("{LISTINGS}/wont_compile");
        for (file, name, words) in texts(&self.root, &folder, "stderr")? {
            let listing = self.region("rust", &format!("{folder}/{name}.rs"), None);
            let failure = listing.and_then(|listing| {
                let first = words.lines().find(|line| line.starts_with("error"));
                let first = first.ok_or("the compiler reports no error")?;
                let (head, message) = first.split_once(": ").unwrap_or(("error", first));
                let code = head.strip_prefix("error[").and_then(|code| code.strip_suffix(']'));
                Ok(CompileFailure {
                    name: name.clone(),
                    code: code.map(str::to_owned),
                    message: message.to_owned(),
                    listing,
                    words: as_cargo_says(&words),
                })
            });
            self.failures.insert(name, failure.map_err(|reason| Problem::new(file, 1, reason)));
        }
        Ok(())
    }

    fn load_questions(&mut self) -> io::Result<()> {
        for (file, lesson, text) in texts(&self.root, "book/questions", "toml")? {
            let listing = |reference: &str| self.listing(reference);
            let around = questions::Around { outputs: &self.outputs, listing: &listing };
            match Questions::parse(&file, &text, &around) {
                Ok(questions) => drop(self.questions.insert(lesson, questions)),
                Err(problem) => self.problems.push(problem),
            }
        }
        for name in twice(&self.questions) {
            let text = format!("two questions are called `{name}`");
            self.problems.push(Problem::new("book/questions", 1, text));
        }
        Ok(())
    }

    fn load_strings(&mut self) -> io::Result<()> {
        let text = normalized(&fs::read_to_string(self.root.join("book/strings.toml"))?);
        for language in Language::ALL {
            let strings = Strings::parse(&text, language)
                .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
            self.strings.insert(language, strings);
        }
        Ok(())
    }
}

/// Every file of code that a page may show.
fn code(
    root: &Path,
    lessons: &[String],
    problems: &mut Vec<Problem>,
) -> io::Result<BTreeMap<String, Code>> {
    let mut folders = vec![
        (format!("{LISTINGS}/src"), "rs"),
        (format!("{LISTINGS}/wont_compile"), "rs"),
        (format!("{LISTINGS}/python"), "py"),
    ];
    for lesson in lessons {
        for sort in ["lessons", "solutions"] {
            folders.push((format!("{sort}/{lesson}/src"), "rs"));
            folders.push((format!("{sort}/{lesson}/src/bin"), "rs"));
        }
    }
    let mut code = BTreeMap::new();
    for (folder, extension) in folders {
        for (file, _, text) in texts(root, &folder, extension)? {
            let parsed = Code::parse(&file, &text, problems);
            code.insert(file, parsed);
        }
    }
    Ok(code)
}

/// The files of a folder with this extension: path relative to `root`, name without the extension,
/// text with line feeds; sorted, and none if there is no such folder.
fn texts(root: &Path, folder: &str, extension: &str) -> io::Result<Vec<(String, String, String)>> {
    let entries = match fs::read_dir(root.join(folder)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut texts = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == extension) && path.is_file() {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            texts.push((shown(root, &path), name, normalized(&fs::read_to_string(&path)?)));
        }
    }
    texts.sort();
    Ok(texts)
}

/// The names of the folders in a folder, sorted; none if there is no such folder.
fn folders(folder: &Path) -> io::Result<Vec<String>> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(Vec::new()) };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

/// The compiler's words as a reader of the book would see them: the recorded ones name no folder of
/// this machine, but a sign in its place.
fn as_cargo_says(words: &str) -> String {
    words.trim_end().replace("$DIR/", "").replace("$CARGO/", "").replace("-$VERSION", "")
}
