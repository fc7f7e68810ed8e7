//! A warehouse of tables: to export one takes a buffer, and a connection for a while.

use std::{
    collections::HashMap,
    error::Error,
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use kit::{Gauge, Service, Visit, ms};

/// A scripted warehouse. Clones are the same warehouse.
#[derive(Debug, Clone, Default)]
pub struct Warehouse {
    connections: Service,
    buffers: Gauge,
    tables: Arc<Mutex<HashMap<String, Table>>>,
}

/// What a table exports to, and after how many milliseconds.
#[derive(Debug, Clone)]
struct Table {
    latency: u64,
    answer: Result<Rows, ExportError>,
}

/// An export that is open: it holds a buffer until it is dropped or has run.
#[derive(Debug)]
#[must_use = "an export does nothing until it runs"]
pub struct Export {
    warehouse: Warehouse,
    name: String,
    buffer: Visit,
}

/// The rows of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// The table they come from.
    pub table: String,
}

/// Why an export failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportError {
    /// The table.
    pub table: String,
    /// What went wrong.
    pub reason: String,
}

impl Warehouse {
    /// A warehouse without tables: every name is unknown.
    pub fn new() -> Warehouse {
        Warehouse::default()
    }

    /// Adds a table whose export takes `millis` milliseconds.
    pub fn table(self, name: &str, millis: u64) -> Warehouse {
        self.add(name, millis, Ok(Rows::of(name)))
    }

    /// Adds a table whose export fails after `millis` milliseconds.
    pub fn broken(self, name: &str, millis: u64) -> Warehouse {
        self.add(name, millis, Err(ExportError::of(name)))
    }

    fn add(self, name: &str, latency: u64, answer: Result<Rows, ExportError>) -> Warehouse {
        let mut tables = self.tables.lock().unwrap_or_else(PoisonError::into_inner);
        tables.insert(name.to_owned(), Table { latency, answer });
        drop(tables);
        self
    }

    /// Opens the export of a table: from now on it holds a buffer.
    pub fn open(&self, table: &str) -> Export {
        Export { warehouse: self.clone(), name: table.to_owned(), buffer: self.buffers.enter() }
    }

    fn answer_to(&self, name: &str) -> Table {
        let tables = self.tables.lock().unwrap_or_else(PoisonError::into_inner);
        tables.get(name).cloned().unwrap_or_else(|| Table {
            latency: 0,
            answer: Err(ExportError { table: name.to_owned(), reason: "no such table".to_owned() }),
        })
    }

    /// The largest number of exports that ran together, each on a connection of its own.
    pub fn most_running(&self) -> usize {
        self.connections.gauge().most()
    }

    /// The largest number of exports that were open together, each with a buffer of its own.
    pub fn most_open(&self) -> usize {
        self.buffers.most()
    }

    /// The tables whose exports began to run so far, in this order.
    pub fn begun(&self) -> Vec<String> {
        self.connections.journal().calls()
    }

    /// How many exports were dropped while they ran.
    pub fn canceled(&self) -> usize {
        self.connections.gauge().canceled()
    }

    /// How many exports are running.
    pub fn running(&self) -> usize {
        self.connections.gauge().now()
    }

    /// How many exports are open.
    pub fn open_now(&self) -> usize {
        self.buffers.now()
    }
}

impl Export {
    /// Reads the table over a connection, and closes the export.
    ///
    /// # Errors
    ///
    /// If the table is broken, after its time, or unknown, at once.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future gives the connection and the buffer back.
    pub async fn run(self) -> Result<Rows, ExportError> {
        let table = self.warehouse.answer_to(&self.name);
        let latency = ms(table.latency);
        let rows = self.warehouse.connections.call(&self.name, latency, table.answer).await;
        self.buffer.done();
        rows
    }
}

impl Rows {
    /// The rows of the table `name`.
    pub fn of(name: &str) -> Rows {
        Rows { table: name.to_owned() }
    }
}

impl ExportError {
    /// What the broken table `name` gives.
    pub fn of(name: &str) -> ExportError {
        ExportError { table: name.to_owned(), reason: "connection lost".to_owned() }
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.table, self.reason)
    }
}

impl Error for ExportError {}
