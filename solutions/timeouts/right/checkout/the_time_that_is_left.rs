//! Differs by: durations: each stage gets what is left of the time, and none begins with nothing.

use tokio::time::{Instant, timeout};
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
    let left = deadline.saturating_duration_since(Instant::now());
    if left.is_zero() {
        return Err(CheckoutError::TooLate(stage));
    }
    match timeout(left, call).await {
        Ok(answer) => answer.map_err(|TillError| CheckoutError::Refused(stage)),
        Err(_) => Err(CheckoutError::TooLate(stage)),
    }
}
