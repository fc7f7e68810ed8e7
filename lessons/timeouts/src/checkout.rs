//! # One deadline, many stages: the checkout
//!
//! A customer who presses "buy" waits for three services, one after the other. The promise is about
//! the whole: an answer by the deadline. Three timeouts of a second each would promise three
//! seconds, and a card that is charged after the page has given up makes an angry customer.
//!
//! - Read: `lessons/timeouts/README.md`
//! - Check: `cargo test -p timeouts checkout` or `cargo checker run timeouts/checkout`
//! - Hint: `cargo checker hint timeouts/checkout`
//! - Toolbox: `tokio::time::timeout_at`, `Instant::now`, `tokio::time::timeout`; one of them is a
//!   trap here
//! - Needs: enums, `Result`, passing a future to a function

use tokio::time::Instant;
use worlds::{Shipment, Till};

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
/// A stage that ends exactly at the deadline has ended in time. At or after the deadline, no stage
/// begins: no call is made for it. If the charge fails, whether late, not begun or refused, the
/// reservation is released at once. What is paid stays reserved, whatever becomes of the shipping.
///
/// When `checkout` returns or is dropped, the stage under way is dropped with it, and no task is
/// left. Dropped by its caller, it releases nothing.
///
/// # Errors
///
/// If a stage is refused, at once, or the deadline comes before the end, at the deadline.
pub async fn checkout(
    till: &Till,
    item: &str,
    deadline: Instant,
) -> Result<Shipment, CheckoutError> {
    let _ = till;
    todo!(
        "reserve, charge and ship {item:?}, all of it within {:?}",
        deadline.duration_since(Instant::now())
    )
}
