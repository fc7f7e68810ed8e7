//! Error: E0521

use tokio_util::task::TaskTracker;
use worlds::{Lease, LeaseError, Quay};

pub async fn with_lease<T>(
    quay: &Quay,
    tasks: &TaskTracker,
    berth: &str,
    work: impl AsyncFnOnce(&Lease) -> T,
) -> Result<T, LeaseError> {
    let lease = quay.lease(berth).await?;
    let guard = Guard { quay, tasks, lease: lease.clone() };
    let value = work(&lease).await;
    drop(guard);
    Ok(value)
}

struct Guard<'a> {
    quay: &'a Quay,
    tasks: &'a TaskTracker,
    lease: Lease,
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.tasks.spawn(async move { self.quay.release(&self.lease).await });
    }
}
