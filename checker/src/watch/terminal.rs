//! The terminal as a screen of our own, given back as it was.

use std::io::{self, Write};

use crossterm::{
    cursor::{Hide, Show},
    execute, queue,
    terminal::{
        self, BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen,
        LeaveAlternateScreen,
    },
};

use super::{
    keyboard::Keyboard,
    screen::{self, Picture, View},
};

/// The terminal without line editing and with a screen of its own, until this is dropped.
pub(super) struct Terminal {
    /// What stands there: the same is not drawn twice.
    shown: String,
}

impl Terminal {
    pub(super) fn enter() -> io::Result<Terminal> {
        enter()?;
        Ok(Terminal { shown: String::new() })
    }

    /// Whatever stands there is not to be relied on: the next view is drawn in any case.
    pub(super) fn distrust(&mut self) {
        self.shown.clear();
    }

    /// Draws the view.
    pub(super) fn draw(&mut self, view: &View) -> io::Result<Picture> {
        let picture = screen::picture(view, terminal::size().unwrap_or((80, 24)));
        if picture.text == self.shown {
            return Ok(picture);
        }
        let mut out = io::stdout().lock();
        queue!(out, BeginSynchronizedUpdate)?;
        out.write_all(picture.text.as_bytes())?;
        queue!(out, EndSynchronizedUpdate)?;
        out.flush()?;
        self.shown.clone_from(&picture.text);
        Ok(picture)
    }

    /// Gives the terminal to another program for as long as `work` takes.
    pub(super) fn lend<T>(
        &mut self,
        keyboard: &Keyboard,
        work: impl FnOnce() -> T,
    ) -> io::Result<T> {
        let _pause = keyboard.pause();
        leave();
        let done = work();
        self.distrust();
        enter()?;
        Ok(done)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        leave();
    }
}

fn enter() -> io::Result<()> {
    terminal::enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, Hide)
}

fn leave() {
    // There is nobody left to tell.
    let _ = execute!(io::stdout(), Show, LeaveAlternateScreen);
    let _ = terminal::disable_raw_mode();
}
