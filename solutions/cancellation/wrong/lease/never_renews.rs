//! Rejected by: step_2_it_is_renewed_during_the_work
//! Outcome: wrong_answer
//! Why people write it: the work is thought to be shorter than the lease.

use tokio::task::JoinHandle;
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
    let value = work(&lease).await;
    if let Some(release) = guard.give_back() {
        release.await.expect("giving back does not panic, and nobody aborts it");
    }
    Ok(value)
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
