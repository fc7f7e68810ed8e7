//! Error: E0728

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
    let guard = Guard { quay, lease: &lease };
    let value = work(&lease).await;
    drop(guard);
    Ok(value)
}

struct Guard<'a> {
    quay: &'a Quay,
    lease: &'a Lease,
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.quay.release(self.lease).await;
    }
}
