//! Rejected by: step_5_a_dropped_call_gives_back
//! Outcome: wrong_answer
//! Why people write it: the release stands at the end of the function, as it would in a function that nobody can drop.

use tokio::{select, time::sleep};
use tokio_util::task::TaskTracker;
use worlds::{Lease, LeaseError, Quay};

pub async fn with_lease<T>(
    quay: &Quay,
    tasks: &TaskTracker,
    berth: &str,
    work: impl AsyncFnOnce(&Lease) -> T,
) -> Result<T, LeaseError> {
    let _ = tasks;
    let lease = quay.lease(berth).await?;
    let value = select! {
        biased;
        value = work(&lease) => value,
        lost = renew_until_lost(quay, &lease) => return Err(lost),
    };
    quay.release(&lease).await;
    Ok(value)
}

async fn renew_until_lost(quay: &Quay, lease: &Lease) -> LeaseError {
    loop {
        sleep(lease.ttl / 3).await;
        if let Err(lost) = quay.renew(lease).await {
            return lost;
        }
    }
}
