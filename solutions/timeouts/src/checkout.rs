//! `checkout`, solved: one point in time, passed to every stage.

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
    // `?` would leave with the item still reserved.
    if let Err(error) = by(deadline, Stage::Charge, till.charge(&reservation)).await {
        till.release(reservation);
        return Err(error);
    }
    by(deadline, Stage::Ship, till.ship(&reservation)).await
}

/// Awaits a stage that must begin before `deadline` and end by it.
async fn by<T>(
    deadline: Instant,
    stage: Stage,
    call: impl Future<Output = Result<T, TillError>>,
) -> Result<T, CheckoutError> {
    // A timeout polls its future before it looks at the clock. That is fair to an answer which is
    // there already, and wrong for a call that must not begin any more.
    if Instant::now() >= deadline {
        return Err(CheckoutError::TooLate(stage));
    }
    match timeout_at(deadline, call).await {
        Ok(answer) => answer.map_err(|TillError| CheckoutError::Refused(stage)),
        Err(_) => Err(CheckoutError::TooLate(stage)),
    }
}
