//! Rejected by: step_1_an_order_in_time_is_shipped
//! Outcome: wrong_answer
//! Why people write it: three stages share the time, so each one gets a third of it.

use std::time::Duration;

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
    let share = deadline.saturating_duration_since(Instant::now()) / 3;
    let reservation = by(share, Stage::Reserve, till.reserve(item)).await?;
    if let Err(error) = by(share, Stage::Charge, till.charge(&reservation)).await {
        till.release(reservation);
        return Err(error);
    }
    by(share, Stage::Ship, till.ship(&reservation)).await
}

async fn by<T>(
    share: Duration,
    stage: Stage,
    call: impl Future<Output = Result<T, TillError>>,
) -> Result<T, CheckoutError> {
    if share.is_zero() {
        return Err(CheckoutError::TooLate(stage));
    }
    match timeout(share, call).await {
        Ok(answer) => answer.map_err(|TillError| CheckoutError::Refused(stage)),
        Err(_) => Err(CheckoutError::TooLate(stage)),
    }
}
