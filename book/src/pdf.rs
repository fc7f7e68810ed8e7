//! Prints the book with Chromium, if it is installed.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, anyhow, bail};

use crate::language::Language;

/// What Chromium and its relatives are called.
const NAMES: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Prints the books in `languages` that were built into `folder`: the files, relative to it.
///
/// # Errors
///
/// If `chromium` fails, or leaves half a file behind.
pub fn print(
    folder: &Path,
    languages: &[Language],
    chromium: &Path,
) -> anyhow::Result<Vec<String>> {
    let mut files = Vec::new();
    for language in languages {
        let page = folder.join(language.tag()).join("print.html");
        if !page.exists() {
            continue;
        }
        let page = page.canonicalize().context("the page to print cannot be found")?;
        let profile = tempfile::tempdir().context("no folder for Chromium's profile")?;
        let file = format!("{language}/awaitlings.pdf");
        let status = Command::new(chromium)
            .args(["--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer"])
            .arg("--generate-pdf-document-outline")
            // The pages are ours, and a container often has no sandbox to offer.
            .arg("--no-sandbox")
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg(format!("--print-to-pdf={}", folder.join(&file).display()))
            .arg(format!("file://{}", page.display()))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .with_context(|| format!("`{}` cannot be started", chromium.display()))?;
        if !status.success() || !is_whole(&folder.join(&file)) {
            bail!("`{}` could not print `{file}`: {status}", chromium.display());
        }
        files.push(file);
    }
    Ok(files)
}

/// Whether `file` is a PDF to its last line.
fn is_whole(file: &Path) -> bool {
    fs::read(file).is_ok_and(|bytes| bytes.trim_ascii_end().ends_with(b"%%EOF"))
}

/// The program to print with: what `CHROMIUM` names, or the first of the usual names.
///
/// # Errors
///
/// If there is none.
pub fn chromium() -> anyhow::Result<PathBuf> {
    let named = env::var_os("CHROMIUM").map(PathBuf::from);
    let found = named.or_else(|| find(env::var_os("PATH").as_deref()?));
    found.ok_or_else(|| {
        anyhow!(
            "printing needs Chromium, and none was found: install it, or name it in the variable \
             `CHROMIUM`; the page `print.html` can be printed from any browser"
        )
    })
}

/// The first of the names in the folders of `path`.
fn find(path: &std::ffi::OsStr) -> Option<PathBuf> {
    let places = |name: &str| -> Vec<PathBuf> {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        env::split_paths(path).map(|folder| folder.join(&file)).collect()
    };
    NAMES.into_iter().flat_map(places).find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chromium_is_looked_for_in_every_folder() {
        let folders = [(), ()].map(|()| tempfile::tempdir().expect("a folder for a moment"));
        let program = folders[1].path().join(format!("chromium{}", env::consts::EXE_SUFFIX));
        fs::write(&program, "").expect("a file in it");
        let path = |count: usize| {
            env::join_paths(folders.iter().take(count).map(tempfile::TempDir::path))
                .expect("their names have no separator")
        };

        assert_eq!(find(&path(1)), None);
        assert_eq!(find(&path(2)), Some(program));
    }
}
