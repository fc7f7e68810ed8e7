//! A round table: one fork between two neighbors, and nobody eats with one.

use std::{
    collections::HashMap,
    convert::Infallible,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use kit::{Gauge, Service, Visit, ms};
use tokio::{
    sync::{Mutex as AsyncMutex, OwnedMutexGuard},
    time::sleep,
};

/// How long a guest thinks if nothing else is said, in milliseconds.
const THINK: u64 = 10;
/// How long it takes to take a fork once it is free, in milliseconds.
const TAKE: u64 = 10;
/// How long a meal takes, in milliseconds.
const EAT: u64 = 20;

/// A scripted table. Clones are the same table.
#[derive(Debug, Clone, Default)]
pub struct Table {
    takes: Service,
    eats: Service,
    sitting: Gauge,
    taken: Gauge,
    book: Arc<Mutex<Book>>,
}

#[derive(Debug, Default)]
struct Book {
    forks: HashMap<usize, Arc<AsyncMutex<()>>>,
    thinks: HashMap<usize, u64>,
    meals: Vec<Meal>,
}

/// Somebody at the table, who does one thing at a time. Dropping it leaves the table.
#[derive(Debug)]
#[must_use = "the guest leaves the table when this is dropped"]
pub struct Guest {
    seat: usize,
    table: Table,
    _sits: Visit,
}

/// A fork in somebody's hand. Dropping it puts it down.
#[derive(Debug)]
#[must_use = "the fork is put down when this is dropped"]
pub struct Fork {
    number: usize,
    _held: (Visit, OwnedMutexGuard<()>),
}

/// A meal that has begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meal {
    /// The millisecond in which it began.
    pub at: u64,
    /// The seat of the guest.
    pub seat: usize,
    /// The two forks, the lower one first.
    pub forks: [usize; 2],
}

impl Table {
    /// A table at which nobody sits, with as many forks as are asked for.
    pub fn new() -> Table {
        Table::default()
    }

    /// Lets the guest at `seat` think for `millis` milliseconds before each meal, instead of 10.
    pub fn thinks(self, seat: usize, millis: u64) -> Table {
        self.book().thinks.insert(seat, millis);
        self
    }

    /// Sits down.
    pub fn sit(&self, seat: usize) -> Guest {
        Guest { seat, table: self.clone(), _sits: self.sitting.enter() }
    }

    /// The meals that began so far, in this order.
    pub fn meals(&self) -> Vec<Meal> {
        self.book().meals.clone()
    }

    /// The largest number of guests that ate together.
    pub fn most_eating(&self) -> usize {
        self.eats.gauge().most()
    }

    /// How many guests sit at the table.
    pub fn sitting(&self) -> usize {
        self.sitting.now()
    }

    /// How many forks are in somebody's hand, or are being taken.
    pub fn taken(&self) -> usize {
        self.taken.now()
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        // Every change is one insertion or one push: a panic leaves the book whole.
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn now(&self) -> u64 {
        self.eats.journal().trace().end
    }
}

impl Guest {
    /// Thinks for a while. A guest who has thought is hungry until the end of the next meal.
    pub async fn think(&mut self) {
        let millis = self.table.book().thinks.get(&self.seat).copied().unwrap_or(THINK);
        sleep(ms(millis)).await;
    }

    /// Takes a fork: waits until nobody else has it, then 10 ms more. Who asks first gets it first.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future gives up the place in the queue, or the fork if it was free already.
    pub async fn take(&mut self, fork: usize) -> Fork {
        let lock = Arc::clone(self.table.book().forks.entry(fork).or_default());
        let held = lock.lock_owned().await;
        let fork = Fork { number: fork, _held: (self.table.taken.enter(), held) };
        // The hold: whoever has one fork already keeps it for at least this long.
        let name = format!("fork {} to guest {}", fork.number, self.seat);
        let Ok(()) = self.table.takes.call(&name, ms(TAKE), Ok::<_, Infallible>(())).await;
        fork
    }

    /// Eats with two forks, for 20 ms.
    pub async fn eat(&mut self, one: &Fork, other: &Fork) {
        let forks = [one.number.min(other.number), one.number.max(other.number)];
        let meal = Meal { at: self.table.now(), seat: self.seat, forks };
        self.table.book().meals.push(meal);
        let name = format!("guest {} eats", self.seat);
        let Ok(()) = self.table.eats.call(&name, ms(EAT), Ok::<_, Infallible>(())).await;
    }
}
