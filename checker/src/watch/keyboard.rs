//! Reads the keys.

use std::{
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::Sender,
    },
    thread,
    time::Duration,
};

use crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::events::{Event, Key};

/// How long one look at the terminal may take: a key ends it at once.
const LOOK: Duration = Duration::from_millis(50);

/// The thread that reads the keys.
pub(super) struct Keyboard {
    is_paused: Arc<AtomicBool>,
    /// Held while the thread looks at the terminal.
    looking: Arc<Mutex<()>>,
}

/// Keeps the keys for another program, until this is dropped.
pub(super) struct Pause<'a> {
    keyboard: &'a Keyboard,
    _looking: MutexGuard<'a, ()>,
}

impl Keyboard {
    /// Sends an event for every key and every new size, until the screen is gone.
    pub(super) fn read(sender: &Sender<Event>) -> Keyboard {
        let keyboard = Keyboard { is_paused: Arc::default(), looking: Arc::default() };
        let (is_paused, looking) = (Arc::clone(&keyboard.is_paused), Arc::clone(&keyboard.looking));
        let sender = sender.clone();
        thread::spawn(move || {
            loop {
                if is_paused.load(Ordering::Relaxed) {
                    thread::sleep(LOOK);
                    continue;
                }
                let read = {
                    let _looking = looking.lock().unwrap_or_else(PoisonError::into_inner);
                    event::poll(LOOK).and_then(|is_there| is_there.then(event::read).transpose())
                };
                let event = match read {
                    Ok(None) => continue,
                    Ok(Some(event)) => translated(&event),
                    // Without keys nobody could quit.
                    Err(_) => Some(Event::Ended),
                };
                if event.is_some_and(|event| sender.send(event).is_err()) {
                    return;
                }
            }
        });
        keyboard
    }

    /// Waits until the thread has let go of the terminal, and keeps it away.
    pub(super) fn pause(&self) -> Pause<'_> {
        self.is_paused.store(true, Ordering::Relaxed);
        let looking = self.looking.lock().unwrap_or_else(PoisonError::into_inner);
        Pause { keyboard: self, _looking: looking }
    }
}

impl Drop for Pause<'_> {
    fn drop(&mut self) {
        self.keyboard.is_paused.store(false, Ordering::Relaxed);
    }
}

fn translated(event: &event::Event) -> Option<Event> {
    match event {
        event::Event::Key(key) if key.kind != KeyEventKind::Release => key_of(*key),
        event::Event::Resize(..) => Some(Event::Resized),
        _ => None,
    }
}

fn key_of(key: KeyEvent) -> Option<Event> {
    let is_control = key.modifiers.contains(KeyModifiers::CONTROL);
    let key = match key.code {
        KeyCode::Char('c' | 'd') if is_control => return Some(Event::Ended),
        KeyCode::Char(_) if is_control => return None,
        KeyCode::Char(character) => Key::Char(character),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Escape,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        _ => return None,
    };
    Some(Event::Key(key))
}
