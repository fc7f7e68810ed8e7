//! Rejected by: step_2_one_deadline_bounds_all_stages
//! Outcome: wrong_answer
//! Why people write it: the clock is looked at before each stage, which is enough for a loop of short ones.

use tokio::time::Instant;
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
    if Instant::now() >= deadline {
        return Err(CheckoutError::TooLate(stage));
    }
    call.await.map_err(|TillError| CheckoutError::Refused(stage))
}
