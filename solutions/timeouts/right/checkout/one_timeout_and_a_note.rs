//! Differs by: one timeout around all stages, and a note outside of it of what is under way.

use std::cell::{Cell, OnceCell};

use tokio::time::{Instant, timeout_at};
use worlds::{Shipment, Till};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Reserve,
    Charge,
    Ship,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckoutError {
    TooLate(Stage),
    Refused(Stage),
}

pub async fn checkout(
    till: &Till,
    item: &str,
    deadline: Instant,
) -> Result<Shipment, CheckoutError> {
    let stage = Cell::new(Stage::Reserve);
    let reservation = OnceCell::new();
    let begin = |next| {
        stage.set(next);
        if Instant::now() < deadline { Ok(()) } else { Err(CheckoutError::TooLate(next)) }
    };
    let stages = async {
        begin(Stage::Reserve)?;
        let reserved = till.reserve(item).await;
        let reserved = reserved.map_err(|_| CheckoutError::Refused(Stage::Reserve))?;
        let reserved = reservation.get_or_init(|| reserved);
        begin(Stage::Charge)?;
        let charged = till.charge(reserved).await;
        charged.map_err(|_| CheckoutError::Refused(Stage::Charge))?;
        begin(Stage::Ship)?;
        till.ship(reserved).await.map_err(|_| CheckoutError::Refused(Stage::Ship))
    };
    let ended = timeout_at(deadline, stages).await;
    let shipped = ended.unwrap_or_else(|_| Err(CheckoutError::TooLate(stage.get())));
    if shipped.is_err() && stage.get() == Stage::Charge {
        till.release(reservation.into_inner().expect("a charge comes after a reservation"));
    }
    shipped
}
