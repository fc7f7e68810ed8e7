//! Rejected by: step_5_a_dropped_call_gives_back
//! Outcome: panicked
//! Why people write it: `Drop` cannot await, so it blocks on the future.

use tokio::{runtime::Handle, select, time::sleep};
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
    let mut guard = Guard { quay, lease: Some(lease.clone()) };
    let ended = select! {
        biased;
        value = work(&lease) => Ok(value),
        lost = renew_until_lost(quay, &lease) => Err(lost),
    };
    match ended {
        Ok(value) => {
            guard.lease = None;
            quay.release(&lease).await;
            Ok(value)
        }
        Err(lost) => {
            guard.lease = None;
            Err(lost)
        }
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

struct Guard<'a> {
    quay: &'a Quay,
    lease: Option<Lease>,
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        if let Some(lease) = self.lease.take() {
            Handle::current().block_on(self.quay.release(&lease));
        }
    }
}
