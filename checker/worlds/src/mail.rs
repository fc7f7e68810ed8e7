//! An outbox: each mail takes its own time to be delivered, and some bring their task down.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use kit::{Service, ms};

/// How long a mail takes if nothing else is said, in milliseconds.
const MAIL: u64 = 10;

/// A scripted outbox. Clones are the same outbox.
#[derive(Debug, Clone, Default)]
pub struct Outbox {
    service: Service,
    book: Arc<Mutex<Book>>,
}

#[derive(Debug, Default)]
struct Book {
    scripts: HashMap<String, Script>,
    delivered: Vec<String>,
}

/// How a mail goes, and after how many milliseconds it ends.
#[derive(Debug, Clone, Copy)]
struct Script {
    latency: u64,
    is_crash: bool,
}

impl Outbox {
    /// An outbox that has delivered nothing.
    pub fn new() -> Outbox {
        Outbox::default()
    }

    /// Lets `mail` take `millis` milliseconds instead of 10.
    pub fn takes(self, mail: &str, millis: u64) -> Outbox {
        self.script(mail, Script { latency: millis, is_crash: false })
    }

    /// Panics on `mail` after `millis` milliseconds.
    pub fn crashes(self, mail: &str, millis: u64) -> Outbox {
        self.script(mail, Script { latency: millis, is_crash: true })
    }

    fn script(self, mail: &str, script: Script) -> Outbox {
        self.book().scripts.insert(mail.to_owned(), script);
        self
    }

    /// Delivers one mail.
    ///
    /// # Panics
    ///
    /// If the script says that this mail crashes.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it ends, the mail is not delivered.
    pub async fn send(&self, mail: &str) {
        let usual = Script { latency: MAIL, is_crash: false };
        let script = self.book().scripts.get(mail).copied().unwrap_or(usual);
        let answer = if script.is_crash { Err(()) } else { Ok(()) };
        if self.service.call(mail, ms(script.latency), answer).await.is_err() {
            kit::planned_panic("no address");
        }
        self.book().delivered.push(mail.to_owned());
    }

    /// The mails delivered so far, in the order in which they arrived.
    pub fn delivered(&self) -> Vec<String> {
        self.book().delivered.clone()
    }

    /// How many mails were begun.
    pub fn begun(&self) -> usize {
        self.service.gauge().started()
    }

    /// The largest number of mails that were under way together.
    pub fn most_at_once(&self) -> usize {
        self.service.gauge().most()
    }

    /// How many mails were dropped before they ended.
    pub fn canceled(&self) -> usize {
        self.service.gauge().canceled()
    }

    /// How many mails are under way.
    pub fn under_way(&self) -> usize {
        self.service.gauge().now()
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        // Every change is one insertion or one push: a panic leaves the book whole.
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
