//! Error: E0507

use tokio_util::task::TaskTracker;
use worlds::{Lease, LeaseError, Quay};

pub async fn with_lease<T>(
    quay: &Quay,
    tasks: &TaskTracker,
    berth: &str,
    work: impl AsyncFnOnce(&Lease) -> T,
) -> Result<T, LeaseError> {
    let lease = quay.lease(berth).await?;
    let guard = Guard { quay: quay.clone(), tasks, lease: lease.clone() };
    let value = work(&lease).await;
    drop(guard);
    Ok(value)
}

struct Guard<'a> {
    quay: Quay,
    tasks: &'a TaskTracker,
    lease: Lease,
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        let (quay, lease) = (self.quay.clone(), self.lease);
        self.tasks.spawn(async move { quay.release(&lease).await });
    }
}
