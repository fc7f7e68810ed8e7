//! Differs by: one timer for the whole checkout, raced against each stage in turn.

use std::pin::{Pin, pin};

use futures::future::{Either, select};
use tokio::time::{Instant, Sleep, sleep_until};
use worlds::{Shipment, Till, TillError};

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
    let mut alarm = pin!(sleep_until(deadline));
    let reservation = by(alarm.as_mut(), Stage::Reserve, till.reserve(item)).await?;
    if let Err(error) = by(alarm.as_mut(), Stage::Charge, till.charge(&reservation)).await {
        till.release(reservation);
        return Err(error);
    }
    by(alarm.as_mut(), Stage::Ship, till.ship(&reservation)).await
}

async fn by<T>(
    alarm: Pin<&mut Sleep>,
    stage: Stage,
    call: impl Future<Output = Result<T, TillError>>,
) -> Result<T, CheckoutError> {
    if Instant::now() >= alarm.deadline() {
        return Err(CheckoutError::TooLate(stage));
    }
    match select(pin!(call), alarm).await {
        Either::Left((answer, _)) => answer.map_err(|TillError| CheckoutError::Refused(stage)),
        Either::Right(_) => Err(CheckoutError::TooLate(stage)),
    }
}
