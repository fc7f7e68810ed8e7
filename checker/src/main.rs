//! The program: parses, calls one command, prints its reply, and ends with its exit code.

mod cli;
mod output;

use std::{env, process::ExitCode};

use checker::{
    commands::{self, GiveUp, Reply, Scope, Session, Trouble},
    watch,
};
use clap::Parser;

use crate::{
    cli::{Arguments, Command},
    output::Output,
};

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return output::usage(&error),
    };
    let output = Output::new(arguments.color, arguments.form());
    let result = answer(&arguments, &output);
    output.finish(result)
}

fn answer(arguments: &Arguments, output: &Output) -> Result<Reply, Trouble> {
    let folder = env::current_dir().map_err(Trouble::could_not_check)?;
    if let Some(Command::Verify { write_pack: true, .. }) = arguments.command {
        return commands::write_pack(&folder);
    }
    let mut session = Session::open(&folder, output.color())?;
    let form = arguments.form();
    // Without it, what runs goes on to its own limits: no reason not to check.
    let _ = session.canceled.set_by_signals();
    match &arguments.command {
        None if output.is_interactive() => watch::watch(session),
        None => Ok(commands::standing(&session)),
        Some(Command::List { .. }) => Ok(commands::list(&session, form)),
        Some(Command::Run { name, all, .. }) => {
            let scope = Scope::from_words(name.clone(), *all)?;
            commands::run(&mut session, &scope, form, output)
        }
        Some(Command::Hint { name }) => commands::hint(&mut session, name.as_deref()),
        Some(Command::Reset { name, given: false }) => commands::reset(&mut session, name),
        Some(Command::Reset { name, given: true }) => commands::reset_given(&session, name),
        Some(Command::Solution { name, give_up }) => {
            let give_up = if *give_up { GiveUp::Yes } else { GiveUp::No };
            commands::solution(&mut session, name.as_deref(), give_up)
        }
        Some(Command::Mistakes { name }) => commands::mistakes(&session, name.as_deref()),
        Some(Command::Later { name }) => commands::later(&mut session, name.as_deref()),
        Some(Command::Next) => Ok(commands::next(&session)),
        Some(Command::Doctor { .. }) => Ok(commands::doctor(&session, output.terminal(), form)),
        Some(Command::Verify { name, .. }) => {
            commands::verify(&session, name.as_deref(), form, output)
        }
    }
}
