//! The words of the command line.

use std::path::PathBuf;

use checker::commands::Form;
use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Learn asynchronous Rust by making failing tests pass.
///
/// Without a command: in a terminal, watch the course and check the current exercise at every
/// save; elsewhere, say where you stand.
#[derive(Debug, Parser)]
#[command(
    name = "cargo checker",
    bin_name = "cargo checker",
    version,
    disable_help_subcommand = true
)]
#[command(after_help = "Exit codes: 0 passed, 1 not yet, 2 asked wrongly, 3 could not check.")]
pub struct Arguments {
    /// When to use color.
    #[arg(long, value_enum, default_value = "auto", global = true)]
    pub color: When,
    /// Answer in JSON, as `checker/JSON.md` describes it.
    #[arg(long, global = true)]
    pub json: bool,
    /// Watching: the command behind the key `e`; `{file}` and `{line}` stand for what to open.
    #[arg(long, value_name = "COMMAND")]
    pub edit_cmd: Option<String>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// When to use color.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// In a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// List the exercises and where you stand.
    List {
        /// A lesson; all of them if none is named.
        name: Option<String>,
    },
    /// Check an exercise or a lesson; the current exercise if none is named.
    Run {
        /// `gather` or `gather/fetch_all`.
        name: Option<String>,
        /// Check the whole course.
        #[arg(long)]
        all: bool,
        /// Show every step in full, not only the first that fails.
        #[arg(long, short)]
        verbose: bool,
        /// Write the verdicts as JUnit XML to this file too.
        #[arg(long, value_name = "FILE")]
        junit: Option<PathBuf>,
    },
    /// Show the next hint.
    Hint {
        /// `gather/fetch_all`; the current exercise if none is named.
        name: Option<String>,
    },
    /// Put the stub back; your attempt is kept.
    Reset {
        /// `gather` or `gather/fetch_all`.
        #[arg(required_unless_present = "all")]
        name: Option<String>,
        /// Put every stub of the course back.
        #[arg(long, conflicts_with = "name")]
        all: bool,
        /// Restore the lesson's given tests instead, and leave your answers alone.
        #[arg(long)]
        given: bool,
    },
    /// Show the reference solution of an exercise you have passed.
    Solution {
        /// `gather/fetch_all`; the current exercise if none is named.
        name: Option<String>,
        /// Show it although the exercise is not passed; the exercise comes back once.
        #[arg(long)]
        give_up: bool,
    },
    /// Show the ways to get an exercise wrong, once you have passed it.
    Mistakes {
        /// `gather/fetch_all`; the current exercise if none is named.
        name: Option<String>,
    },
    /// Show what the reference solution of an exercise you have passed does differently.
    Diff {
        /// `gather/fetch_all`; the current exercise if none is named.
        name: Option<String>,
    },
    /// Draw what your code does, beside what the reference does.
    Timeline {
        /// `gather/fetch_all`; the current exercise if none is named.
        name: Option<String>,
    },
    /// Put an exercise off; it comes back after the others.
    Later {
        /// `gather/fetch_all`; the current exercise if none is named.
        name: Option<String>,
    },
    /// Print the path of the current exercise's file.
    Next,
    /// Bring in a newer course; your work stays in its place.
    Update,
    /// Open the book beside the course; serve it, if nobody does yet.
    Book {
        /// A page: a lesson, or `errors` for what the compiler says; its beginning if none is named.
        page: Option<String>,
        /// Tell the address, and open no browser.
        #[arg(long)]
        no_open: bool,
    },
    /// Look whether everything is there, and say what to do if not.
    Doctor,
    /// Print what your shell should offer behind `checker`.
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// For authors: prove stubs, solutions, wrong and right answers.
    Verify {
        /// A lesson; all of them if none is named.
        name: Option<String>,
        /// Write `checker/course.pack` anew from the tree, and prove nothing.
        #[arg(long)]
        write_pack: bool,
    },
    /// For authors: change the solutions a little, and look whether a step notices.
    Mutate {
        /// `gather` or `gather/fetch_all`; all of them if none is named.
        name: Option<String>,
        /// Try only so many mutants, spread over the exercises, and always the same ones.
        #[arg(long, value_name = "COUNT")]
        sample: Option<usize>,
    },
}

impl Arguments {
    /// Whether the answer is for people or for programs.
    pub fn form(&self) -> Form {
        if self.json { Form::Json } else { Form::Words }
    }
}
