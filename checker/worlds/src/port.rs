//! The register of a port: each row is written in its own time, and a row given up half-way is
//! torn.

use std::{
    collections::HashMap,
    convert::Infallible,
    error::Error,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use kit::{Service, ms};

/// How long a row takes if nothing else is said, in milliseconds.
const ROW: u64 = 10;
/// How long it takes to finish, in milliseconds.
const FINISH: u64 = 5;

/// A scripted register. Clones are the same register.
#[derive(Debug, Clone, Default)]
pub struct Register {
    writes: Service,
    finishes: Service,
    book: Arc<Mutex<Book>>,
}

#[derive(Debug, Default)]
struct Book {
    goods: Vec<String>,
    scripts: HashMap<String, Script>,
}

/// What is special about a row.
#[derive(Debug, Clone, Copy)]
enum Script {
    Takes(u64),
    Refused,
    Crashes,
}

/// One row of a ship's manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What the ship carries.
    pub goods: String,
}

/// The register did not take a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowError {
    /// The goods that were refused.
    pub goods: String,
}

impl Register {
    /// A register without rows.
    pub fn new() -> Register {
        Register::default()
    }

    /// Lets rows of `goods` take `millis` milliseconds instead of 10.
    pub fn takes(self, goods: &str, millis: u64) -> Register {
        self.script(goods, Script::Takes(millis))
    }

    /// Refuses rows of `goods`, after 10 ms.
    pub fn refuses(self, goods: &str) -> Register {
        self.script(goods, Script::Refused)
    }

    /// Panics on rows of `goods`, after 10 ms.
    pub fn crashes(self, goods: &str) -> Register {
        self.script(goods, Script::Crashes)
    }

    fn script(self, goods: &str, script: Script) -> Register {
        self.book().scripts.insert(goods.to_owned(), script);
        self
    }

    /// Writes a row and gives the number of its line, from 1.
    ///
    /// # Errors
    ///
    /// If the register refuses the goods; it panics if the test wants it to.
    ///
    /// # Cancel safety
    ///
    /// None: dropped before it ends, it leaves a torn row behind.
    pub async fn write(&self, row: &Row) -> Result<usize, RowError> {
        let script = self.book().scripts.get(&row.goods).copied();
        let latency = if let Some(Script::Takes(millis)) = script { millis } else { ROW };
        let is_refused = matches!(script, Some(Script::Refused));
        let answer = if is_refused { Err(RowError::of(&row.goods)) } else { Ok(()) };
        self.writes.call(&row.goods, ms(latency), answer).await?;
        if let Some(Script::Crashes) = script {
            kit::planned_panic("the register crashed");
        }
        let mut book = self.book();
        book.goods.push(row.goods.clone());
        Ok(book.goods.len())
    }

    /// Writes the last page to the disk. It takes 5 ms.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it ends, it does not count as finished.
    pub async fn finish(&self) {
        let Ok(()) = self.finishes.call("finish", ms(FINISH), Ok::<_, Infallible>(())).await;
    }

    /// The goods of the rows written so far, line by line.
    pub fn goods(&self) -> Vec<String> {
        self.book().goods.clone()
    }

    /// How many writes began.
    pub fn begun(&self) -> usize {
        self.writes.gauge().started()
    }

    /// How many rows were given up while they were written.
    pub fn torn(&self) -> usize {
        self.writes.gauge().canceled()
    }

    /// How many rows and finishes are under way.
    pub fn under_way(&self) -> usize {
        self.writes.gauge().now() + self.finishes.gauge().now()
    }

    /// How often the register was finished.
    pub fn finishes(&self) -> usize {
        self.finishes.gauge().finished()
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        // Every change is one insertion: a panic leaves the book whole.
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Row {
    /// A row of `goods`.
    pub fn of(goods: &str) -> Row {
        Row { goods: goods.to_owned() }
    }
}

impl RowError {
    /// What a row of refused `goods` gives.
    pub fn of(goods: &str) -> RowError {
        RowError { goods: goods.to_owned() }
    }
}

impl fmt::Display for RowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the register does not take {}", self.goods)
    }
}

impl Error for RowError {}
