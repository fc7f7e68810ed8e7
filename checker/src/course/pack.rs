//! The pack: every given file of the course, a second time, in one text file.
//!
//! The checker embeds the pack and nothing else of `lessons/`: an edited test can then neither be
//! run as if it were the given one nor be restored by `reset`. After a first line that names the
//! form, each file is a line `== path bytes sha256` and its bytes, with line feeds as line ends.

use std::{collections::BTreeMap, error::Error, fmt, fs, io, path::Path};

use sha2::{Digest, Sha256};

const FORM: &str = "awaitlings/pack/v1";

/// The given files by their path, which has forward slashes on every system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack(BTreeMap<String, String>);

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
        Ok(Pack(files))
    }

    /// Reads a pack.
    ///
    /// # Errors
    ///
    /// If it is not whole.
    pub fn parse(text: &str) -> Result<Pack, PackError> {
        let text = normalized(text);
        let mut rest = text.strip_prefix(FORM).and_then(|rest| rest.strip_prefix('\n'));
        let mut files = BTreeMap::new();
        while let Some(text) = rest.filter(|rest| !rest.is_empty()) {
            let (header, body) = text.split_once('\n').unwrap_or((text, ""));
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
        Ok(Pack(files))
    }

    /// The pack as text.
    pub fn to_text(&self) -> String {
        let mut text = format!("{FORM}\n");
        for (path, content) in &self.0 {
            text.push_str(&format!("== {path} {} {}\n{content}", content.len(), digest(content)));
        }
        text
    }

    /// The text of a given file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    /// All paths, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
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

/// Reads `== path bytes sha256`.
fn parse_header(header: &str) -> Option<(&str, usize, &str)> {
    let mut fields = header.strip_prefix("== ")?.rsplitn(3, ' ');
    let digest = fields.next()?;
    let length = fields.next()?.parse().ok()?;
    Some((fields.next()?, length, digest))
}

/// `text` as a checkout with line feeds has it: without a byte order mark and carriage returns.
pub fn normalized(text: &str) -> String {
    text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n")
}

/// The SHA-256 of `text` in hexadecimal digits.
pub fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
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
        Pack(files.map(|(path, text)| (path.to_owned(), text.to_owned())).into())
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
