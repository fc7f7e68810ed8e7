//! The crane of a port: its driver does one thing at a time, in the order of asking.

use std::{convert::Infallible, sync::Arc};

use kit::{Service, ms};
use tokio::sync::Mutex;

/// How long it takes to write a note, in milliseconds.
const NOTE: u64 = 5;

/// A scripted crane. Clones are the same crane.
#[derive(Debug, Clone)]
pub struct Crane {
    service: Service,
    /// Who holds it has the driver. It is fair: whoever asks first is next.
    driver: Arc<Mutex<Stock>>,
    latency: u64,
}

/// What stands on the quay.
#[derive(Debug, Default)]
struct Stock {
    containers: usize,
}

/// Why a container was late, in the driver's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The container.
    pub container: String,
}

impl Crane {
    /// A crane that needs `millis` milliseconds for a container.
    pub fn new(millis: u64) -> Crane {
        Crane { service: Service::new(), driver: Arc::default(), latency: millis }
    }

    /// Unloads a container when its turn comes, and gives its place on the quay, from 1 on.
    ///
    /// # Cancel safety
    ///
    /// Dropped while it waits for its turn, it gives the turn up; dropped after that, it leaves the
    /// container hanging in the air.
    pub async fn unload(&self, container: &str) -> usize {
        let mut stock = self.driver.lock().await;
        let name = format!("unload {container}");
        let Ok(()) = self.service.call(&name, ms(self.latency), Ok::<_, Infallible>(())).await;
        stock.containers += 1;
        stock.containers
    }

    /// Writes a note about a delay, when its turn comes. It takes 5 ms.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it ends, there is no note.
    pub async fn note(&self, container: &str) -> Note {
        let _driver = self.driver.lock().await;
        let name = format!("note {container}");
        let Ok(note) =
            self.service.call(&name, ms(NOTE), Ok::<_, Infallible>(Note::of(container))).await;
        note
    }

    /// What the driver did so far, in this order, each with the millisecond in which it began.
    pub fn log(&self) -> Vec<(u64, String)> {
        let calls = self.service.journal().trace().calls;
        calls.into_iter().map(|call| (call.from, call.name)).collect()
    }

    /// How many containers and notes were given up while the driver was at them.
    pub fn canceled(&self) -> usize {
        self.service.gauge().canceled()
    }
}

impl Note {
    /// The note about `container`.
    pub fn of(container: &str) -> Note {
        Note { container: container.to_owned() }
    }
}
