//! Rejected by: step_5_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: what is paid must be shipped, so the last stage is made a task that nobody can cut in half.

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
    let till = till.clone();
    let ship = async {
        let task = tokio::spawn(async move { till.ship(&reservation).await });
        task.await.expect("no shipping panics")
    };
    by(deadline, Stage::Ship, ship).await
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
