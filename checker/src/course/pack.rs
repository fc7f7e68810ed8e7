//! The pack: every given file of the course, a second time, in one text file.
//!
//! The checker embeds the pack and nothing else of `lessons/`: an edited test can then neither be
//! run as if it were the given one nor be restored by `reset`. Of what the steps stand on, the kit
//! and the manifests, it holds the digests: a verdict on another kit would be no verdict.
//!
//! After a first line that names the form come the lines `-- path sha256` of the foundation, then
//! each given file as a line `== path bytes sha256` and its bytes, with line feeds as line ends.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fmt, fs, io,
    path::Path,
};

use forms::{digest, normalized};

const FORM: &str = "awaitlings/pack/v1";

/// The packages of ours that the steps stand on.
pub const FOUNDATION: [&str; 7] = [
    "checker/kit",
    "checker/kit_macros",
    "checker/kit_probe",
    "checker/kit_tokio",
    "checker/kit_tokio_util",
    "checker/trace",
    "checker/worlds",
];

/// The given files by their path, which has forward slashes on every system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    files: BTreeMap<String, String>,
    /// Digests of what the steps stand on.
    foundation: BTreeMap<String, String>,
}

/// Why a pack cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub enum PackError {
    /// The first line is another one.
    Form,
    /// The line that begins a file cannot be understood.
    Header(String),
    /// A file's text is not the one that was packed.
    Digest(String),
}

impl Pack {
    /// Collects the given files of the course at `root`.
    ///
    /// # Errors
    ///
    /// If a file cannot be read.
    pub fn collect(root: &Path) -> io::Result<Pack> {
        let mut files = BTreeMap::new();
        let manifest = fs::read_to_string(root.join("Cargo.toml"))?;
        files.insert("Cargo.toml".to_owned(), normalized(&manifest));
        collect_folder(root, "lessons", &mut files)?;
        Ok(Pack { files, foundation: foundation(root)? })
    }

    /// One digest of all that the steps stand on.
    pub fn foundation_digest(&self) -> String {
        digest(&format!("{:?}{:?}", self.foundation, self.text("Cargo.toml")))
    }

    /// The files of the foundation at `root` that are not as they were given: edited, gone, or new.
    ///
    /// # Errors
    ///
    /// If one cannot be read.
    pub fn strangers(&self, root: &Path) -> io::Result<Vec<String>> {
        let mut there = foundation(root)?;
        let manifest = fs::read_to_string(root.join("Cargo.toml"))?;
        there.insert("Cargo.toml".to_owned(), digest(&normalized(&manifest)));
        let mut given = self.foundation.clone();
        given.insert("Cargo.toml".to_owned(), digest(self.text("Cargo.toml").unwrap_or_default()));
        let paths: BTreeSet<&String> = there.keys().chain(given.keys()).collect();
        let differs = |path: &&&String| there.get(**path) != given.get(**path);
        Ok(paths.iter().filter(differs).map(|path| (*path).clone()).collect())
    }

    /// Reads a pack.
    ///
    /// # Errors
    ///
    /// If it is not whole.
    pub fn parse(text: &str) -> Result<Pack, PackError> {
        let text = normalized(text);
        let mut rest = text.strip_prefix(FORM).and_then(|rest| rest.strip_prefix('\n'));
        let (mut files, mut foundation) = (BTreeMap::new(), BTreeMap::new());
        while let Some(text) = rest.filter(|rest| !rest.is_empty()) {
            let (header, body) = text.split_once('\n').unwrap_or((text, ""));
            if let Some((path, digest)) =
                header.strip_prefix("-- ").and_then(|line| line.rsplit_once(' '))
            {
                foundation.insert(path.to_owned(), digest.to_owned());
                rest = Some(body);
                continue;
            }
            let (path, length, digest_) =
                parse_header(header).ok_or_else(|| PackError::Header(header.to_owned()))?;
            let content = body.get(..length).ok_or_else(|| PackError::Digest(path.to_owned()))?;
            if digest(content) != digest_ {
                return Err(PackError::Digest(path.to_owned()));
            }
            files.insert(path.to_owned(), content.to_owned());
            rest = body.get(length..);
        }
        if rest.is_none() {
            return Err(PackError::Form);
        }
        Ok(Pack { files, foundation })
    }

    /// The pack as text.
    pub fn to_text(&self) -> String {
        let mut text = format!("{FORM}\n");
        for (path, digest) in &self.foundation {
            text.push_str(&format!("-- {path} {digest}\n"));
        }
        for (path, content) in &self.files {
            text.push_str(&format!("== {path} {} {}\n{content}", content.len(), digest(content)));
        }
        text
    }

    /// The text of a given file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// All paths, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }
}

fn collect_folder(
    root: &Path,
    folder: &str,
    files: &mut BTreeMap<String, String>,
) -> io::Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect_folder(root, &path, files)?;
        } else if [".rs", ".toml", ".md"].iter().any(|ending| path.ends_with(ending)) {
            files.insert(path, normalized(&fs::read_to_string(entry.path())?));
        }
    }
    Ok(())
}

/// The digests of what the steps stand on, but for the workspace's manifest, which is packed whole.
fn foundation(root: &Path) -> io::Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for folder in FOUNDATION {
        collect_folder(root, folder, &mut files)?;
    }
    for entry in fs::read_dir(root.join("solutions"))? {
        let name = entry?.file_name();
        let path = format!("solutions/{}/Cargo.toml", name.to_string_lossy());
        if let Ok(text) = fs::read_to_string(root.join(&path)) {
            files.insert(path, normalized(&text));
        }
    }
    // Words about the code, and what runs beside it, change no verdict.
    let beside = ["/benches/", "/examples/", "/tests/"];
    let counts = |path: &String| {
        !path.ends_with(".md") && !beside.iter().any(|folder| path.contains(folder))
    };
    let digests = files.into_iter().filter(|(path, _)| counts(path));
    Ok(digests.map(|(path, text)| (path, digest(&text))).collect())
}

/// Reads `== path bytes sha256`.
fn parse_header(header: &str) -> Option<(&str, usize, &str)> {
    let mut fields = header.strip_prefix("== ")?.rsplitn(3, ' ');
    let digest = fields.next()?;
    let length = fields.next()?.parse().ok()?;
    Some((fields.next()?, length, digest))
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PackError::Form => write!(f, "its first line is not `{FORM}`"),
            PackError::Header(line) => write!(f, "`{line}` does not begin a file"),
            PackError::Digest(path) => write!(f, "`{path}` is not the text that was packed"),
        }
    }
}

impl Error for PackError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack() -> Pack {
        let files = [("a.rs", "fn a() {}\n"), ("b c.md", "== not a header\nü\n")];
        Pack {
            files: files.map(|(path, text)| (path.to_owned(), text.to_owned())).into(),
            foundation: [("checker/kit/a b.rs".to_owned(), digest("a"))].into(),
        }
    }

    #[test]
    fn a_pack_is_read_as_it_was_written() {
        assert_eq!(Pack::parse(&pack().to_text()), Ok(pack()));
    }

    #[test]
    fn a_checkout_with_carriage_returns_is_the_same_pack() {
        assert_eq!(Pack::parse(&pack().to_text().replace('\n', "\r\n")), Ok(pack()));
    }

    #[test]
    fn an_edited_text_and_another_form_are_refused() {
        let edited = pack().to_text().replace("fn a", "fn b");
        assert_eq!(Pack::parse(&edited), Err(PackError::Digest("a.rs".to_owned())));
        assert_eq!(Pack::parse("something else\n"), Err(PackError::Form));
    }
}
