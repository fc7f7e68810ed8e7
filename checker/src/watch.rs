//! The interactive screen: the current exercise's verdict, checked anew at every save.
//!
//! One thread owns the state and draws; keys, saves and finished work come to it as events. A check
//! runs on a thread of its own under a flag: the next save raises the flag, so that the last save is
//! never the one that is ignored. `keys` says which keys do something, `screen` draws.

mod editor;
mod events;
mod files;
mod job;
mod keyboard;
mod keys;
mod list;
mod screen;
mod state;
mod terminal;

use std::sync::mpsc::{self, Receiver};

use crate::{
    commands::{Reply, Session, Trouble},
    exit::Exit,
};
use events::Event;
use files::Files;
use keyboard::Keyboard;
use state::{Next, State};
use terminal::Terminal;

/// Watches the course until the learner quits.
///
/// `edit_command` opens a file in place of the editor that the environment names.
///
/// # Errors
///
/// If the terminal cannot be used.
pub fn watch(session: Session, edit_command: Option<String>) -> Result<Reply, Trouble> {
    let (sender, events) = mpsc::channel();
    let files = Files::watch(&session.workspace, &sender);
    let mut terminal = Terminal::enter().map_err(Trouble::could_not_check)?;
    let keyboard = Keyboard::read(&sender);
    events::heed(&session.canceled, &sender);

    let mut state = State::new(session, files, edit_command, sender);
    state.begin();
    let ended = serve(&mut state, &mut terminal, &keyboard, &events);
    state.stop();
    drop(terminal);
    ended.map_err(Trouble::could_not_check)?;
    Ok(Reply { text: state.farewell(), exit: Exit::Passed })
}

fn serve(
    state: &mut State,
    terminal: &mut Terminal,
    keyboard: &Keyboard,
    events: &Receiver<Event>,
) -> std::io::Result<()> {
    state.drawn(&terminal.draw(&state.view())?);
    while let Ok(event) = events.recv() {
        // What has come meanwhile is drawn together.
        let more = std::iter::from_fn(|| events.try_recv().ok());
        for event in std::iter::once(event).chain(more) {
            match state.handle(event) {
                Next::Go => {}
                Next::Redraw => terminal.distrust(),
                Next::Quit => return Ok(()),
                Next::Edit(launch) => {
                    let told = match launch.needs_terminal() {
                        true => terminal.lend(keyboard, || launch.run())?,
                        false => launch.run(),
                    };
                    state.edited(told);
                }
            }
        }
        state.drawn(&terminal.draw(&state.view())?);
    }
    Ok(())
}
