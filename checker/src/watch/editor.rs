//! Which program opens a file, and how.
//!
//! The order: what the command line says; the editor whose terminal this is; `VISUAL`; `EDITOR`.

use std::{
    env,
    path::Path,
    process::{Command, Stdio},
};

/// A program to start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Launch {
    program: String,
    arguments: Vec<String>,
    /// Whether it opens a window of its own and is not waited for.
    has_window: bool,
}

/// Editors that open a window, by the names of their programs.
const WINDOWED: [&str; 13] = [
    "code",
    "code-insiders",
    "codium",
    "cursor",
    "zed",
    "subl",
    "idea",
    "rustrover",
    "clion",
    "gvim",
    "kate",
    "gedit",
    "notepad",
];

impl Launch {
    /// What opens `file` at `line` in this environment, if anything is known.
    pub(super) fn of(edit_command: Option<&str>, file: &Path, line: usize) -> Option<Launch> {
        Launch::choose(edit_command, |name| env::var(name).ok(), &file.to_string_lossy(), line)
    }

    fn choose(
        edit_command: Option<&str>,
        variable: impl Fn(&str) -> Option<String>,
        file: &str,
        line: usize,
    ) -> Option<Launch> {
        if let Some(command) = edit_command.filter(|command| !command.trim().is_empty()) {
            return Launch::from_template(command, file, line);
        }
        if variable("TERM_PROGRAM").as_deref() == Some("vscode") {
            return Launch::with_words(vec!["code".to_owned()], file, line);
        }
        if variable("ZELLIJ").is_some() {
            let words = ["edit", "--line-number", &line.to_string(), file];
            let arguments = words.map(str::to_owned).to_vec();
            return Some(Launch { program: "zellij".to_owned(), arguments, has_window: true });
        }
        let set = |name| variable(name).filter(|command| !command.trim().is_empty());
        Launch::with_words(words(&set("VISUAL").or_else(|| set("EDITOR"))?), file, line)
    }

    /// A command in which `{file}` and `{line}` stand for both; without them the file comes last.
    fn from_template(command: &str, file: &str, line: usize) -> Option<Launch> {
        let filled =
            |word: String| word.replace("{line}", &line.to_string()).replace("{file}", file);
        let mut words = words(command);
        if !words.iter().any(|word| word.contains("{file}")) {
            words.push(file.to_owned());
        }
        let mut words = words.into_iter().map(filled);
        Some(Launch { program: words.next()?, arguments: words.collect(), has_window: true })
    }

    fn with_words(words: Vec<String>, file: &str, line: usize) -> Option<Launch> {
        let mut words = words.into_iter();
        let program = words.next()?;
        let mut arguments: Vec<String> = words.collect();
        let name = Path::new(&program).file_stem().unwrap_or_default().to_string_lossy();
        match &*name {
            "code" | "code-insiders" | "codium" | "cursor" => {
                arguments.extend(["--goto".to_owned(), format!("{file}:{line}")]);
            }
            "hx" | "helix" | "zed" | "subl" => arguments.push(format!("{file}:{line}")),
            "vi" | "vim" | "nvim" | "gvim" | "nano" | "emacs" | "emacsclient" | "kak" | "micro" => {
                arguments.extend([format!("+{line}"), file.to_owned()]);
            }
            _ => arguments.push(file.to_owned()),
        }
        let has_window = WINDOWED.contains(&&*name);
        Some(Launch { program, arguments, has_window })
    }

    /// Whether the screen must make room for it.
    pub(super) fn needs_terminal(&self) -> bool {
        !self.has_window
    }

    /// Starts it, waits for it if it needs the terminal, and says what went wrong, if anything.
    pub(super) fn run(&self) -> Option<String> {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments);
        let started = if self.has_window {
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            command.spawn().map(drop)
        } else {
            command.status().map(drop)
        };
        let error = started.err()?;
        Some(format!("`{}` could not be started: {error}", self.program))
    }
}

/// The words of a command; double quotes keep spaces together.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = None;
    let mut is_quoted = false;
    for character in command.chars() {
        match character {
            '"' => {
                is_quoted = !is_quoted;
                word.get_or_insert_with(String::new);
            }
            space if space.is_whitespace() && !is_quoted => words.extend(word.take()),
            character => word.get_or_insert_with(String::new).push(character),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(edit_command: Option<&str>, variables: &[(&str, &str)]) -> Option<String> {
        let variable = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let launch = Launch::choose(edit_command, variable, "/a b/c.rs", 7)?;
        let window = if launch.has_window { " &" } else { "" };
        Some(format!("{} {}{window}", launch.program, launch.arguments.join("|")))
    }

    #[test]
    fn the_command_line_comes_first_then_the_terminals_own_editor_then_the_variables() {
        let all =
            [("TERM_PROGRAM", "vscode"), ("ZELLIJ", "0"), ("VISUAL", "vim"), ("EDITOR", "nano")];

        let seen = [
            chosen(Some("\"my editor\" -l {line} {file}"), &all),
            chosen(Some("kate --block"), &[]),
            chosen(None, &all),
            chosen(None, &all[1..]),
            chosen(None, &all[2..]),
            chosen(None, &all[3..]),
            chosen(None, &[("EDITOR", "emacsclient -nw")]),
            chosen(None, &[("EDITOR", "zed")]),
            chosen(None, &[("EDITOR", "/opt/ed")]),
        ];

        insta::assert_snapshot!(seen.map(|seen| seen.unwrap_or_default()).join("\n"), @r#"
        my editor -l|7|/a b/c.rs &
        kate --block|/a b/c.rs &
        code --goto|/a b/c.rs:7 &
        zellij edit|--line-number|7|/a b/c.rs &
        vim +7|/a b/c.rs
        nano +7|/a b/c.rs
        emacsclient -nw|+7|/a b/c.rs
        zed /a b/c.rs:7 &
        /opt/ed /a b/c.rs
        "#);
    }

    #[test]
    fn without_any_of_them_there_is_none() {
        assert_eq!(chosen(None, &[]), None);
        assert_eq!(chosen(None, &[("EDITOR", "  ")]), None);
        assert_eq!(chosen(Some(" "), &[]), None);
    }
}
