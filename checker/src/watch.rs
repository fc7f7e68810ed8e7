//! The interactive screen: the current exercise's verdict, checked anew at every save.
//!
//! One thread owns the state and draws; keys, saves and finished checks come to it as events. A
//! check runs on a thread of its own under a flag: the next save raises the flag, so that the last
//! save is never the one that is ignored.

mod events;
mod screen;
mod state;

use std::{
    io::{self, Write},
    sync::mpsc,
};

use crossterm::terminal;

use crate::{
    commands::{Reply, Session, Trouble},
    exit::Exit,
};
use events::Event;
use state::{Next, State};

/// Watches the course until the learner quits.
///
/// # Errors
///
/// If the terminal or the learner's folder cannot be watched.
pub fn watch(session: Session) -> Result<Reply, Trouble> {
    let (sender, events) = mpsc::channel();
    let _files =
        events::watch_files(&session.workspace, &sender).map_err(Trouble::could_not_check)?;
    let raw = RawMode::enter().map_err(Trouble::could_not_check)?;
    events::read_keys(&sender);
    events::heed(&session.canceled, &sender);

    let mut state = State::new(session, sender);
    state.begin();
    let ended = serve(&mut state, &events);
    state.stop();
    drop(raw);
    ended.map_err(Trouble::could_not_check)?;
    Ok(Reply { text: state.farewell(), exit: Exit::Passed })
}

fn serve(state: &mut State, events: &mpsc::Receiver<Event>) -> io::Result<()> {
    draw(state)?;
    for event in events {
        match state.handle(event) {
            Next::Draw => draw(state)?,
            Next::Nothing => {}
            Next::Quit => return Ok(()),
        }
    }
    Ok(())
}

fn draw(state: &State) -> io::Result<()> {
    let size = terminal::size().unwrap_or((80, 24));
    let mut out = io::stdout().lock();
    out.write_all(screen::picture(&state.view(), size).as_bytes())?;
    out.flush()
}

/// The terminal without line editing, until this is dropped.
struct RawMode;

impl RawMode {
    fn enter() -> io::Result<RawMode> {
        terminal::enable_raw_mode()?;
        Ok(RawMode)
    }
}

impl Drop for RawMode {
    fn drop(&mut self) {
        // There is nobody left to tell.
        let _ = terminal::disable_raw_mode();
    }
}
