//! Rejected by: step_7_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: the happy way can await, so it disarms the guard and awaits the release, and that await may be the last one.

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
    let mut guard = Guard { quay, tasks, lease: Some(lease.clone()) };
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
    tasks: &'a TaskTracker,
    lease: Option<Lease>,
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        let quay = self.quay.clone();
        if let Some(lease) = self.lease.take() {
            self.tasks.spawn(async move { quay.release(&lease).await });
        }
    }
}
