//! A book of one page in each language, with one lesson, and the program in it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use book::{build, language::Language, problem::Problem, volume::files};

/// A book of one page in each language, with one lesson.
pub struct Small {
    folder: tempfile::TempDir,
}

impl Small {
    pub fn new() -> Small {
        let small = Small { folder: tempfile::tempdir().expect("a folder for a moment") };
        let ours = Path::new(env!("CARGO_MANIFEST_DIR"));
        small.write("checker/README.md", "");
        small.write("Cargo.toml", "members = [\n    \"lessons/tea\",\n]\n");
        small.write(
            "lessons/tea/lesson.toml",
            "title = \"Tea\"\npattern = \"Wait\"\nasyncio = \"`await`\"\n\
             exercise = [{ name = \"brew\", title = \"Brew\", kind = \"implement\", track = \"core\", \
             stars = 1, step = [{ name = \"step_1\", points = 1 }] }]\n",
        );
        small.write(
            "book/listings/src/tea.rs",
            "// ANCHOR: brew\npub async fn brew() {}\n// ANCHOR_END: brew\n",
        );
        for file in ["strings.toml", "book.toml", "assets/book.js", "assets/book.css"] {
            let text = fs::read_to_string(ours.join(file)).expect("a file of the real book");
            small.write(&format!("book/{file}"), &text);
        }
        for language in Language::ALL {
            small.write(&format!("book/src/{language}/SUMMARY.md"), "[Tea](tea.md)\n");
            small.page(language, "# Tea {#tea}\n\n{{#listing tea:brew}}\n");
        }
        small
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn write(&self, path: &str, text: &str) {
        let file = self.root().join(path);
        fs::create_dir_all(file.parent().expect("it has one")).expect("writable");
        fs::write(file, text).expect("writable");
    }

    pub fn page(&self, language: Language, text: &str) {
        self.write(&format!("book/src/{language}/tea.md"), text);
    }

    #[track_caller]
    pub fn build(&self, languages: &[Language]) -> Vec<String> {
        let problems = build::build(self.root(), languages).expect("it can be tried");
        problems.iter().map(Problem::to_string).collect()
    }

    /// Every file that was built, with its bytes.
    pub fn built(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let files = files(&self.root().join("book/build")).expect("it was built");
        files.into_iter().map(|file| (file.clone(), fs::read(file).expect("readable"))).collect()
    }

    pub fn page_of(&self, language: Language) -> String {
        let file = self.root().join(format!("book/build/{language}/tea.html"));
        fs::read_to_string(file).expect("it was built")
    }

    /// The program in the folder of the book, where no other program is found but those of
    /// [`Small::other`].
    pub fn program(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_book"));
        command
            .args(words)
            .current_dir(self.root().join("book"))
            .env("PATH", self.root().join("bin"))
            .env_remove("CHROMIUM")
            .stdin(Stdio::null());
        command
    }

    /// Another program that the program finds under `name`: a script of the shell.
    #[cfg(unix)]
    pub fn other(&self, name: &str, script: &str) {
        use std::os::unix::fs::PermissionsExt;

        let file = format!("bin/{name}");
        self.write(&file, &format!("#!/bin/sh\nset -e\n{script}\n"));
        let executable = fs::Permissions::from_mode(0o755);
        fs::set_permissions(self.root().join(file), executable).expect("it is ours");
    }
}
