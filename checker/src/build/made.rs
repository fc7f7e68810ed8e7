//! What the compiler made of the same files before.
//!
//! The checker compiles hundreds of answers of which nobody has changed a word. What one call of the
//! compiler said is kept beside the program, with a digest of all that it followed from: the command,
//! the libraries, the text of the files. An answer must be one file, as the exercises' are.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use forms::write_whole;
use serde::{Deserialize, Serialize};

use super::Toolchain;
use crate::course;

/// What a call of the compiler came to, if it came to an end.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Made {
    /// What it followed from.
    key: String,
    /// Whether there is a program.
    pub(super) is_program: bool,
    /// What the compiler said.
    pub(super) output: String,
}

/// Where a call of the compiler is remembered, and what it follows from.
#[derive(Debug)]
pub(super) struct Memory {
    file: PathBuf,
    key: String,
}

impl Memory {
    /// Of the call of `command` that makes `program` from `files`.
    ///
    /// # Errors
    ///
    /// If one of the files cannot be read: then nothing can be known of it.
    pub(super) fn of(
        command: &Command,
        program: &Path,
        files: &[&Path],
        toolchain: &Toolchain,
    ) -> io::Result<Memory> {
        let mut from = format!("{command:?}\n{}\n", toolchain.stamp());
        for file in files {
            from.push_str(&String::from_utf8_lossy(&fs::read(file)?));
            from.push('\0');
        }
        Ok(Memory { file: program.with_extension("made.json"), key: course::digest(&from) })
    }

    /// What was made of the same, if `program` is still there.
    pub(super) fn recall(&self, program: &Path) -> Option<Made> {
        let made: Made = serde_json::from_str(&fs::read_to_string(&self.file).ok()?).ok()?;
        (made.key == self.key && made.is_program == program.is_file()).then_some(made)
    }

    /// Forgets what was made before, and `program` with it: it is about to be another, or none.
    pub(super) fn forget(&self, program: &Path) {
        for file in [&self.file, program] {
            // What was never made is not there.
            let _ = fs::remove_file(file);
        }
    }

    /// Remembers. Where that fails it will be made again.
    pub(super) fn keep(self, is_program: bool, output: &str) {
        let made = Made { key: self.key, is_program, output: output.to_owned() };
        let text = serde_json::to_string(&made).expect("it is plain data");
        let _ = write_whole(&self.file, &text);
    }
}
