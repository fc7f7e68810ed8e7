//! A storehouse: one robot puts items on a long shelf, one after another, and breaks some time.

use std::sync::{Arc, Mutex, PoisonError};

use kit::{Service, ms};

/// A scripted storehouse. Clones are the same storehouse; the robot is one.
#[derive(Debug, Clone)]
pub struct Storehouse {
    service: Service,
    latency: u64,
    too_heavy: Option<String>,
    shelf: Arc<Mutex<Vec<String>>>,
}

/// The robot of a storehouse. It does one thing at a time, and cannot be cloned.
#[derive(Debug)]
pub struct Robot {
    house: Storehouse,
}

impl Storehouse {
    /// A storehouse in which the robot needs `millis` milliseconds for each order.
    pub fn new(millis: u64) -> Storehouse {
        let (service, shelf) = (Service::new(), Arc::default());
        Storehouse { service, latency: millis, too_heavy: None, shelf }
    }

    /// The robot breaks over `item`: it panics after the time of an order.
    pub fn too_heavy(mut self, item: &str) -> Storehouse {
        self.too_heavy = Some(item.to_owned());
        self
    }

    /// The robot, which works on this shelf.
    pub fn robot(&self) -> Robot {
        Robot { house: self.clone() }
    }

    /// What is on the shelf, from the first place on.
    pub fn items(&self) -> Vec<String> {
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What the robot began so far, in order: `store tea` or `find tea`.
    pub fn begun(&self) -> Vec<String> {
        self.service.journal().calls()
    }

    /// How many orders were dropped before they came to their end.
    pub fn canceled(&self) -> usize {
        self.service.gauge().canceled()
    }
}

impl Robot {
    /// Puts `item` on the next free place of the shelf, and gives the number of the place, from 1.
    ///
    /// # Panics
    ///
    /// If the script says so, after the time of an order.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it answers, the item is not on the shelf.
    pub async fn store(&mut self, item: &str) -> usize {
        let house = &self.house;
        let answer = if house.too_heavy.as_deref() == Some(item) { Err(()) } else { Ok(()) };
        let stored = house.service.call(&format!("store {item}"), ms(house.latency), answer).await;
        if stored.is_err() {
            kit::planned_panic("the robot breaks");
        }
        let mut shelf = house.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.push(item.to_owned());
        shelf.len()
    }

    /// Looks for `item` and gives the number of its first place.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future gives the search up; nothing else happens.
    pub async fn find(&mut self, item: &str) -> Option<usize> {
        let house = &self.house;
        let found: Result<(), ()> = Ok(());
        let found = house.service.call(&format!("find {item}"), ms(house.latency), found).await;
        found.expect("a search does not fail");
        self.house.items().iter().position(|stored| stored == item).map(|index| index + 1)
    }
}
