//! From the words of the command line to the command they mean.

use std::env;

use checker::{
    commands::{self, Browser, GiveUp, Reply, Request, Scope, Session, Trouble},
    mutate::Portion,
    report::Detail,
    watch,
};
use clap::CommandFactory;

use crate::{
    cli::{Arguments, Command},
    output::Output,
};

/// Does what the command line asks for.
///
/// # Errors
///
/// If it asks for what is not there, or the answer could not be found.
pub fn answer(arguments: &Arguments, output: &Output) -> Result<Reply, Trouble> {
    let folder = env::current_dir().map_err(Trouble::could_not_check)?;
    match &arguments.command {
        // The pack at hand may be broken: it is not read.
        Some(Command::Verify { write_pack: true, .. }) => return commands::write_pack(&folder),
        Some(Command::Completions { shell }) => {
            return commands::complete(Arguments::command(), *shell);
        }
        _ => {}
    }

    let mut session = Session::open(&folder, output.color(), arguments.form())?;
    // Without it, what runs goes on to its own limits: no reason not to check.
    let _ = session.canceled.set_by_signals();
    output.tell(&commands::news(&session));
    match &arguments.command {
        Some(command) => verb(command, &mut session, output),
        None if output.is_interactive() && !arguments.json => {
            watch::watch(session, arguments.edit_cmd.clone())
        }
        None => Ok(commands::standing(&session)),
    }
}

fn verb(command: &Command, session: &mut Session, output: &Output) -> Result<Reply, Trouble> {
    match command {
        Command::List { name } => commands::list(session, name.as_deref()),
        Command::Run { name, all, verbose, junit } => {
            let request = Request {
                scope: Scope::from_words(name.clone(), *all)?,
                detail: if *verbose { Detail::EveryStep } else { Detail::FirstFailure },
                junit: junit.clone(),
            };
            commands::run(session, &request, output)
        }
        Command::Hint { name } => commands::hint(session, name.as_deref()),
        Command::Reset { name, given: false, .. } => commands::reset(session, name.as_deref()),
        Command::Reset { name, given: true, .. } => commands::reset_given(session, name.as_deref()),
        Command::Solution { name, give_up } => {
            let give_up = if *give_up { GiveUp::Yes } else { GiveUp::No };
            commands::solution(session, name.as_deref(), give_up)
        }
        Command::Mistakes { name } => commands::mistakes(session, name.as_deref()),
        Command::Diff { name } => commands::diff(session, name.as_deref()),
        Command::Timeline { name } => commands::timeline(session, name.as_deref(), output),
        Command::Later { name } => commands::later(session, name.as_deref()),
        Command::Next => Ok(commands::next(session)),
        Command::Update => commands::update(session),
        Command::Book { page, no_open } => {
            let browser = if *no_open { Browser::Leave } else { Browser::Open };
            match commands::served(session, page.as_deref())? {
                Some(served) => Ok(commands::open(session, &served, browser)),
                None => {
                    output.tell(
                        "serving the book: `cargo run --package book -- serve`\n\
                         (the first time, what it is made with is built, which takes minutes)\n",
                    );
                    commands::serve(session, page.as_deref(), browser)
                }
            }
        }
        Command::Doctor => Ok(commands::doctor(session, output.terminal())),
        Command::Verify { name, .. } => commands::verify(session, name.as_deref(), output),
        Command::Mutate { name, sample } => {
            let portion = sample.map_or(Portion::All, Portion::Sample);
            commands::mutate(session, name.as_deref(), portion, output)
        }
        Command::Completions { .. } => unreachable!("it needs no session and was answered"),
    }
}
