//! Rejected by: step_3_nothing_begins_at_the_deadline
//! Outcome: wrong_answer
//! Why people write it: what is paid should be shipped, and `timeout_at` seems to look at the clock first.

use tokio::time::{Instant, timeout_at};
use worlds::{Shipment, Till, TillError};

/// What a checkout does, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// `till.reserve(item)` gives the reservation.
    Reserve,
    /// `till.charge(&reservation)` takes the money.
    Charge,
    /// `till.ship(&reservation)` gives the shipment.
    Ship,
}

/// Why nothing was shipped, and which stage it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckoutError {
    /// At the deadline, this stage had not ended, or was yet to begin.
    TooLate(Stage),
    /// The till refused, by the deadline.
    Refused(Stage),
}

/// Reserves, charges and ships `item`, all of it by `deadline`.
///
/// # Errors
///
/// If a stage is refused, at once, or the deadline comes before the end, at the deadline.
///
/// # Cancel safety
///
/// When the call is dropped, so is the stage under way; a reservation made by then stays.
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
    match timeout_at(deadline, till.ship(&reservation)).await {
        Ok(answer) => answer.map_err(|TillError| CheckoutError::Refused(Stage::Ship)),
        Err(_) => Err(CheckoutError::TooLate(Stage::Ship)),
    }
}

/// Awaits a stage that must begin before `deadline` and end by it.
async fn by<T>(
    deadline: Instant,
    stage: Stage,
    call: impl Future<Output = Result<T, TillError>>,
) -> Result<T, CheckoutError> {
    if Instant::now() >= deadline {
        return Err(CheckoutError::TooLate(stage));
    }
    match timeout_at(deadline, call).await {
        Ok(answer) => answer.map_err(|TillError| CheckoutError::Refused(stage)),
        Err(_) => Err(CheckoutError::TooLate(stage)),
    }
}
