//! Error: E0308

use std::time::Instant as StdInstant;

use tokio::time::{Instant, timeout_at};
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
    let reservation = by(deadline, Stage::Reserve, till.reserve(item)).await?;
    if let Err(error) = by(deadline, Stage::Charge, till.charge(&reservation)).await {
        till.release(reservation);
        return Err(error);
    }
    by(deadline, Stage::Ship, till.ship(&reservation)).await
}

async fn by<T>(
    deadline: Instant,
    stage: Stage,
    call: impl Future<Output = Result<T, TillError>>,
) -> Result<T, CheckoutError> {
    if StdInstant::now() >= deadline {
        return Err(CheckoutError::TooLate(stage));
    }
    match timeout_at(deadline, call).await {
        Ok(answer) => answer.map_err(|TillError| CheckoutError::Refused(stage)),
        Err(_) => Err(CheckoutError::TooLate(stage)),
    }
}
