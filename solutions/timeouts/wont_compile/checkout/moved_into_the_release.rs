//! Error: E0382

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
    let charged = by(deadline, Stage::Charge, till.charge(&reservation)).await;
    charged.inspect_err(|_| till.release(reservation))?;
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
    match timeout_at(deadline, call).await {
        Ok(answer) => answer.map_err(|TillError| CheckoutError::Refused(stage)),
        Err(_) => Err(CheckoutError::TooLate(stage)),
    }
}
