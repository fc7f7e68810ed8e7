//! Builds the book anew, beside the one that is served.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use tokio::{
    sync::{RwLock, watch},
    task::spawn_blocking,
};

use super::{
    live::{Stamp, stamp},
    news::News,
};
use crate::build::Draft;

/// Where the files lie that the book is made of, relative to the root.
const FOLDERS: [&str; 10] = [
    "book/assets",
    "book/listings/out",
    "book/listings/python",
    "book/listings/src",
    "book/listings/traces",
    "book/listings/trees",
    "book/listings/wont_compile",
    "book/questions",
    "book/src/en",
    "book/src/zh-CN",
];
/// The files among them that lie elsewhere.
const FILES: [&str; 4] =
    ["book/book.toml", "book/glossary.toml", "book/lessons.zh-CN.toml", "book/strings.toml"];

/// When each file of the book was changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stamps(BTreeMap<PathBuf, Stamp>);

impl Stamps {
    /// Looks at every file that the book below `root` is made of.
    pub fn of(root: &Path) -> Stamps {
        let mut stamps = BTreeMap::new();
        let mut folders: Vec<PathBuf> = FOLDERS.iter().map(|folder| root.join(folder)).collect();
        for sort in ["lessons", "solutions"] {
            let lessons = fs::read_dir(root.join(sort)).into_iter().flatten().flatten();
            for lesson in lessons {
                folders.push(lesson.path().join("src"));
                let manifest = lesson.path().join("lesson.toml");
                stamps.insert(manifest.clone(), stamp(&manifest));
            }
        }
        // A folder that is missing or goes meanwhile has no files.
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
                let path = entry.path();
                match path.is_dir() {
                    true => folders.push(path),
                    false => drop(stamps.insert(path.clone(), stamp(&path))),
                }
            }
        }
        for file in FILES.map(|file| root.join(file)) {
            stamps.insert(file.clone(), stamp(&file));
        }
        Stamps(stamps)
    }
}

/// Builds the book, and tells the open pages.
pub struct Rebuilder {
    root: PathBuf,
    /// Held for writing while one book takes the place of another.
    gate: Arc<RwLock<()>>,
}

impl Rebuilder {
    pub fn new(root: &Path, gate: Arc<RwLock<()>>) -> Rebuilder {
        Rebuilder { root: root.to_owned(), gate }
    }

    /// The files as they are now.
    ///
    /// # Cancel safety
    ///
    /// Nothing is lost.
    pub async fn stamps(&self) -> Stamps {
        let root = self.root.clone();
        spawn_blocking(move || Stamps::of(&root)).await.unwrap_or_default()
    }

    /// Builds the book and tells of it; what is wrong with it is told too, and the one that was
    /// there stays.
    ///
    /// # Cancel safety
    ///
    /// The build goes on to its end, and nobody is told of it.
    pub async fn build(&self, sender: &watch::Sender<News>) {
        let (root, gate) = (self.root.clone(), Arc::clone(&self.gate));
        let built = spawn_blocking(move || built(&root, &gate)).await;
        let problems = match built {
            Ok(Ok(problems)) => problems,
            Ok(Err(error)) => vec![format!("{error:#}")],
            Err(error) => vec![format!("the build panicked: {error}")],
        };
        for problem in &problems {
            eprintln!("error: {problem}");
        }
        sender.send_modify(|news| {
            news.builds += u64::from(problems.is_empty());
            news.problems = Arc::new(problems);
        });
    }
}

fn built(root: &Path, gate: &RwLock<()>) -> anyhow::Result<Vec<String>> {
    let draft = Draft::build(root, &crate::language::Language::ALL)?;
    match draft {
        Ok(draft) => {
            let _closed = gate.blocking_write();
            draft.replace()?;
            Ok(Vec::new())
        }
        Err(problems) => Ok(problems.iter().map(ToString::to_string).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_and_one_that_is_gone_are_changes() {
        let root = tempfile::tempdir().expect("a folder for a moment");
        let folder = root.path().join("book/src/en");
        fs::create_dir_all(&folder).expect("a folder in it");
        let before = Stamps::of(root.path());

        fs::write(folder.join("a.md"), "# A").expect("a file in it");
        let with_a_file = Stamps::of(root.path());
        fs::remove_file(folder.join("a.md")).expect("it was made here");

        assert_ne!(before, with_a_file);
        assert_eq!(before, Stamps::of(root.path()));
    }
}
