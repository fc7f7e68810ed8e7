//! A till: an order is reserved, charged and shipped, each by a service with its own time.

use std::{error::Error, fmt};

use kit::{Gauge, Service, ms};

/// The scripted services of a till. Clones are the same till.
#[derive(Debug, Clone, Default)]
pub struct Till {
    service: Service,
    reserving: Plan,
    charging: Plan,
    shipping: Plan,
    released: Gauge,
}

/// After how many milliseconds a service answers, and what.
#[derive(Debug, Clone, Copy, Default)]
struct Plan {
    latency: u64,
    is_refused: bool,
}

/// An item that is kept for one customer until it is shipped or released.
#[derive(Debug, PartialEq, Eq)]
#[must_use = "nobody else can buy the item until it is released"]
pub struct Reservation {
    item: String,
}

/// An item on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shipment {
    /// The item.
    pub item: String,
}

/// A service of the till said no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TillError;

impl Till {
    /// A till whose services reserve, charge and ship after so many milliseconds.
    pub fn new(reserve: u64, charge: u64, ship: u64) -> Till {
        let plan = |latency| Plan { latency, is_refused: false };
        Till {
            reserving: plan(reserve),
            charging: plan(charge),
            shipping: plan(ship),
            ..Till::default()
        }
    }

    /// The charge is refused, after its time.
    pub fn refuses_the_charge(mut self) -> Till {
        self.charging.is_refused = true;
        self
    }

    /// Keeps `item` for this customer.
    ///
    /// # Errors
    ///
    /// If the service refuses.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it answers, nothing is reserved.
    pub async fn reserve(&self, item: &str) -> Result<Reservation, TillError> {
        let reservation = Reservation { item: item.to_owned() };
        self.call("reserve", self.reserving, reservation).await
    }

    /// Takes the money. The card sees the charge as soon as it begins.
    ///
    /// # Errors
    ///
    /// If the service refuses.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it answers, no money is taken.
    pub async fn charge(&self, _reservation: &Reservation) -> Result<(), TillError> {
        self.call("charge", self.charging, ()).await
    }

    /// Sends the item.
    ///
    /// # Errors
    ///
    /// If the service refuses.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it answers, nothing is sent.
    pub async fn ship(&self, reservation: &Reservation) -> Result<Shipment, TillError> {
        let shipment = Shipment::of(&reservation.item);
        self.call("ship", self.shipping, shipment).await
    }

    /// Gives the item back to the other customers, at once.
    pub fn release(&self, reservation: Reservation) {
        drop(reservation);
        self.released.enter().done();
    }

    async fn call<T>(&self, name: &str, plan: Plan, value: T) -> Result<T, TillError> {
        let answer = if plan.is_refused { Err(TillError) } else { Ok(value) };
        self.service.call(name, ms(plan.latency), answer).await
    }

    /// What began so far, in this order: `reserve`, `charge` or `ship`.
    pub fn begun(&self) -> Vec<String> {
        self.service.journal().calls()
    }

    /// How many reservations were released.
    pub fn released(&self) -> usize {
        self.released.finished()
    }

    /// How many calls were dropped before they were answered.
    pub fn canceled(&self) -> usize {
        self.service.gauge().canceled()
    }

    /// How many calls are under way.
    pub fn under_way(&self) -> usize {
        self.service.gauge().now()
    }
}

impl Shipment {
    /// The shipment of `item`.
    pub fn of(item: &str) -> Shipment {
        Shipment { item: item.to_owned() }
    }
}

impl fmt::Display for TillError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("refused")
    }
}

impl Error for TillError {}
