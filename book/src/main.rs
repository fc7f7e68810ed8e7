//! The program: parses, does what is asked, and ends with its exit code.

use std::{env, path::Path, process::ExitCode};

use book::{
    cli::{Command, USAGE},
    commands,
    exit::Exit,
};

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let command = match Command::parse(&words) {
        Ok(command) => command,
        Err(reason) => {
            eprintln!("error: {reason}\nhint: cargo run -p book -- --help");
            return Exit::AskedWrongly.into();
        }
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the book lies in the root");
    let done = match command {
        Command::Help => {
            print!("{USAGE}");
            Ok(Exit::Good)
        }
        Command::Build(languages) => commands::build(root, &languages),
        Command::Check => commands::check(root),
        Command::Preprocess => commands::preprocess(root),
        Command::Supports(renderer) => Ok(commands::supports(&renderer)),
        Command::Pdf(languages) => commands::pdf(root, &languages),
        Command::Serve { port, browser, page } => commands::serve(root, port, browser, &page),
    };
    match done {
        Ok(exit) => exit.into(),
        Err(error) => {
            eprintln!("error: {error:#}");
            Exit::CouldNot.into()
        }
    }
}
