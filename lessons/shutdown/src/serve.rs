//! # Drain: the laundry closes
//!
//! At closing time the laundry takes no more loads, and what is in the drums is finished. Some
//! loads run for hours, and the building is locked at ten: what is not dry by then is taken out wet
//! and paid for, so the owner wants the numbers.
//!
//! - Read: `lessons/shutdown/README.md`
//! - Check: `cargo test -p shutdown serve` or `cargo checker run shutdown/serve`
//! - Hint: `cargo checker hint shutdown/serve`
//! - Toolbox: `JoinSet`, `tokio::select!`, `CancellationToken::cancelled`, `mpsc::Receiver::close`,
//!   `tokio::time::timeout`, `tokio::time::sleep`; one of them is a trap here
//! - Needs: `loop` and `break`, moving into an `async` block

use std::time::Duration;

use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use worlds::{Laundry, Load};

/// What became of the loads that were handed in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Washed to their end.
    pub finished: usize,
    /// Begun, and taken out before their end.
    pub aborted: usize,
    /// Handed in, and never begun.
    pub refused: usize,
}

/// Washes every load that comes, all at the same time, until `stop` is canceled or no sender is
/// left; then drains, and reports.
///
/// To drain means: no load is begun any more; what is still in the queue is refused, and whoever
/// sends from now on gets an error. What is in the drums gets up to `grace` to come to its end;
/// what has not ended by then is taken out. The call returns when the drums are empty, no later.
///
/// # Cancel safety
///
/// If it is dropped, every load is taken out of its drum.
pub async fn serve(
    loads: mpsc::Receiver<Load>,
    stop: CancellationToken,
    grace: Duration,
    laundry: &Laundry,
) -> Report {
    let _ = (loads, stop, laundry);
    todo!("wash what comes until `stop` is canceled, then drain for up to {grace:?}")
}
