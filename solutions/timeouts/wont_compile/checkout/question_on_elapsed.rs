//! Error: E0277

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
    let reservation = timeout_at(deadline, till.reserve(item)).await??;
    timeout_at(deadline, till.charge(&reservation)).await??;
    Ok(timeout_at(deadline, till.ship(&reservation)).await??)
}
