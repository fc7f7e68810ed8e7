//! The two streams: answers go to standard output, progress and complaints to standard error.

use std::{
    env,
    io::{self, IsTerminal, Write},
    process::ExitCode,
    sync::atomic::{AtomicBool, Ordering},
};

use checker::{
    commands::{Form, Reply, Trouble},
    doctor::{self, Finding},
    exit::Exit,
    listener::Listener,
    report,
    text::Color,
};
use clap::error::ErrorKind;

use crate::cli::When;

/// Where the program writes.
pub struct Output {
    form: Form,
    color: Color,
    /// Whether a line of progress stands on standard error and must be wiped away.
    has_progress: AtomicBool,
}

impl Output {
    pub fn new(when: When, form: Form) -> Output {
        let wants_color = env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let has_terminal = io::stdout().is_terminal() && has_named_terminal();
        let color = match when {
            When::Always => Color::On,
            When::Auto if wants_color && has_terminal => Color::On,
            When::Auto | When::Never => Color::Off,
        };
        Output { form, color, has_progress: AtomicBool::new(false) }
    }

    pub fn color(&self) -> Color {
        self.color
    }

    /// Whether somebody sits at both ends.
    pub fn is_interactive(&self) -> bool {
        io::stdin().is_terminal() && io::stdout().is_terminal() && has_named_terminal()
    }

    /// What the doctor is told of the terminal.
    pub fn terminal(&self) -> Finding {
        doctor::terminal(self.is_interactive(), crossterm::terminal::size().ok())
    }

    /// Prints the reply or the trouble and gives the exit code.
    pub fn finish(&self, result: Result<Reply, Trouble>) -> ExitCode {
        self.wipe_progress();
        let exit = match result {
            Ok(reply) => {
                print(&reply.text);
                reply.exit
            }
            Err(trouble) => {
                let text = report::error(trouble.error(), self.color);
                if self.form == Form::Json {
                    print(&report::json::failure(&report::error(trouble.error(), Color::Off)));
                }
                complain(&text);
                trouble.exit
            }
        };
        exit.into()
    }

    /// Says something beside the answer.
    pub fn tell(&self, text: &str) {
        complain(text);
    }

    fn progress(&self, text: &str) {
        if io::stderr().is_terminal() && has_named_terminal() {
            self.has_progress.store(true, Ordering::Relaxed);
            complain(&format!("\r\x1b[K{text}"));
        } else if !self.has_progress.swap(true, Ordering::Relaxed) {
            complain(&format!("{text}\n"));
        }
    }

    fn wipe_progress(&self) {
        let is_shown = self.has_progress.load(Ordering::Relaxed);
        if is_shown && io::stderr().is_terminal() && has_named_terminal() {
            complain("\r\x1b[K");
        }
    }
}

impl Listener for Output {
    fn built(&self, crates: usize, name: &str) {
        self.progress(&format!("building what the lessons stand on: {crates} done, {name}"));
    }

    fn checked(&self, done: usize, all: usize) {
        self.progress(&format!("answers checked: {done} of {all}"));
    }
}

/// Prints what clap has to say: help to standard output, complaints to standard error.
pub fn usage(error: &clap::Error) -> ExitCode {
    // A closed stream is no reason to panic.
    let _ = error.print();
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Exit::Passed.into(),
        _ => Exit::AskedWrongly.into(),
    }
}

fn has_named_terminal() -> bool {
    cfg!(windows) || env::var_os("TERM").is_some_and(|term| term != "dumb" && !term.is_empty())
}

/// Writes to standard output; whoever closed it does not want to read on.
fn print(text: &str) {
    let _ = io::stdout().write_all(text.as_bytes()).and_then(|()| io::stdout().flush());
}

fn complain(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes()).and_then(|()| io::stderr().flush());
}
