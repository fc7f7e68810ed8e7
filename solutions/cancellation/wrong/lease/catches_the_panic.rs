//! Rejected by: step_5_a_dropped_call_gives_back
//! Outcome: wrong_answer
//! Why people write it: a panic is caught and goes on after the release; a drop is neither a value nor a panic.

use std::panic::{self, AssertUnwindSafe};

use futures::FutureExt;
use tokio::{select, time::sleep};
use tokio_util::task::TaskTracker;
use worlds::{Lease, LeaseError, Quay};

pub async fn with_lease<T>(
    quay: &Quay,
    tasks: &TaskTracker,
    berth: &str,
    work: impl AsyncFnOnce(&Lease) -> T,
) -> Result<T, LeaseError> {
    let lease = quay.lease(berth).await?;
    let ended = select! {
        biased;
        ended = AssertUnwindSafe(work(&lease)).catch_unwind() => ended,
        lost = renew_until_lost(quay, &lease) => return Err(lost),
    };
    let (quay, lease) = (quay.clone(), lease.clone());
    let release = tasks.spawn(async move { quay.release(&lease).await });
    release.await.expect("giving back does not panic, and nobody aborts it");
    match ended {
        Ok(value) => Ok(value),
        Err(panic) => panic::resume_unwind(panic),
    }
}

async fn renew_until_lost(quay: &Quay, lease: &Lease) -> LeaseError {
    loop {
        sleep(lease.ttl / 3).await;
        if let Err(lost) = quay.renew(lease).await {
            return lost;
        }
    }
}
