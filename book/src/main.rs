//! The program: parses, does what is asked, and ends with its exit code.

use std::{env, process::ExitCode};

use anyhow::Context;

use book::{
    cli::{Command, USAGE},
    commands,
    exit::Exit,
};
use forms::course_above;

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let command = match Command::parse(&words) {
        Ok(command) => command,
        Err(reason) => {
            eprintln!("error: {reason}\nhint: cargo run -p book -- --help");
            return Exit::AskedWrongly.into();
        }
    };
    match run(command) {
        Ok(exit) => exit.into(),
        Err(error) => {
            eprintln!("error: {error:#}");
            Exit::CouldNot.into()
        }
    }
}

/// Does what was asked, in the copy of the course that it was asked in.
fn run(command: Command) -> anyhow::Result<Exit> {
    let here = env::current_dir().context("the current folder cannot be told")?;
    let root = || course_above(&here);
    match command {
        Command::Help => {
            print!("{USAGE}");
            Ok(Exit::Good)
        }
        Command::Build(languages) => commands::build(root()?, &languages),
        Command::Check => commands::check(root()?),
        Command::Preprocess => commands::preprocess(root()?),
        Command::Supports(renderer) => Ok(commands::supports(&renderer)),
        Command::Pdf(languages) => commands::pdf(root()?, &languages),
        Command::Serve { port, browser, page } => commands::serve(root()?, port, browser, &page),
    }
}
