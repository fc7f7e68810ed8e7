//! Rejected by: step_4_a_lost_lease_ends_the_work
//! Outcome: wrong_answer
//! Why people write it: work is not to be torn, so it ends before the loss is reported.

use tokio::{join, task::JoinHandle, time::sleep};
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use worlds::{Lease, LeaseError, Quay};

pub async fn with_lease<T>(
    quay: &Quay,
    tasks: &TaskTracker,
    berth: &str,
    work: impl AsyncFnOnce(&Lease) -> T,
) -> Result<T, LeaseError> {
    let lease = quay.lease(berth).await?;
    let mut guard = Guard { quay, tasks, lease: Some(lease.clone()) };
    let is_over = CancellationToken::new();
    let working = async {
        let value = work(&lease).await;
        is_over.cancel();
        value
    };
    let renewing = is_over.run_until_cancelled(renew_until_lost(quay, &lease));
    let (value, lost) = join!(working, renewing);
    if let Some(lost) = lost {
        guard.lease = None;
        return Err(lost);
    }
    if let Some(release) = guard.give_back() {
        release.await.expect("giving back does not panic, and nobody aborts it");
    }
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

struct Guard<'a> {
    quay: &'a Quay,
    tasks: &'a TaskTracker,
    lease: Option<Lease>,
}

impl Guard<'_> {
    fn give_back(&mut self) -> Option<JoinHandle<()>> {
        let (quay, lease) = (self.quay.clone(), self.lease.take()?);
        Some(self.tasks.spawn(async move { quay.release(&lease).await }))
    }
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.give_back();
    }
}
