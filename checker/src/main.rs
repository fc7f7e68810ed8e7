//! The program: parses, does what is asked, prints the reply, and ends with its exit code.

mod cli;
mod output;
mod verbs;

use std::process::ExitCode;

use clap::Parser;

use crate::{cli::Arguments, output::Output};

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return output::usage(&error),
    };
    let output = Output::new(arguments.color, arguments.form());
    let result = verbs::answer(&arguments, &output);
    output.finish(result)
}
