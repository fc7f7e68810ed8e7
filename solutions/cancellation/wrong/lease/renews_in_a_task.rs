//! Rejected by: step_1_a_lease_is_given_back_before_the_return
//! Outcome: leaked_tasks
//! Why people write it: renewing goes on beside the work, so it becomes a task, and nobody ends it.

use tokio::{task::JoinHandle, time::sleep};
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
    let renewals = (quay.clone(), lease.clone());
    tokio::spawn(async move { renew_until_lost(&renewals.0, &renewals.1).await });
    let value = work(&lease).await;
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
