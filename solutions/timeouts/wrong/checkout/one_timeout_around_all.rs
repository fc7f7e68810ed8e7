//! Rejected by: step_2_one_deadline_bounds_all_stages
//! Outcome: wrong_answer
//! Why people write it: one `timeout_at` around everything bounds the whole, but does not know where it was.

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
    let stages = async {
        let reservation = till.reserve(item).await;
        let reservation = reservation.map_err(|_| CheckoutError::Refused(Stage::Reserve))?;
        if till.charge(&reservation).await.is_err() {
            till.release(reservation);
            return Err(CheckoutError::Refused(Stage::Charge));
        }
        till.ship(&reservation).await.map_err(|_| CheckoutError::Refused(Stage::Ship))
    };
    timeout_at(deadline, stages).await.unwrap_or(Err(CheckoutError::TooLate(Stage::Reserve)))
}
