//! Rejected by: step_2_one_deadline_bounds_all_stages
//! Outcome: wrong_answer
//! Why people write it: the time that is left is computed once, and `timeout` takes a duration.

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
    let limit = deadline.saturating_duration_since(Instant::now());
    let reservation = by(limit, Stage::Reserve, till.reserve(item)).await?;
    if let Err(error) = by(limit, Stage::Charge, till.charge(&reservation)).await {
        till.release(reservation);
        return Err(error);
    }
    by(limit, Stage::Ship, till.ship(&reservation)).await
}

async fn by<T>(
    limit: Duration,
    stage: Stage,
    call: impl Future<Output = Result<T, TillError>>,
) -> Result<T, CheckoutError> {
    match timeout(limit, call).await {
        Ok(answer) => answer.map_err(|TillError| CheckoutError::Refused(stage)),
        Err(_) => Err(CheckoutError::TooLate(stage)),
    }
}
