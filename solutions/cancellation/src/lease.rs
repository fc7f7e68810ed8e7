//! `lease`, solved: the way that can wait awaits the release, and the way that cannot leaves it to
//! a task. Both begin it in the same place.

use tokio::{select, task::JoinHandle, time::sleep};
use tokio_util::task::TaskTracker;
use worlds::{Lease, LeaseError, Quay};

/// Leases `berth`, does `work` with the lease, gives it back, and returns what `work` gave.
///
/// # Errors
///
/// [`LeaseError::Taken`] if there is no lease, and `work` does not begin; [`LeaseError::Lost`] as
/// soon as a renewal says so, and `work` is dropped.
///
/// # Cancel safety
///
/// Dropping the call ends it at once, drops `work` with it, and gives the lease back.
pub async fn with_lease<T>(
    quay: &Quay,
    tasks: &TaskTracker,
    berth: &str,
    work: impl AsyncFnOnce(&Lease) -> T,
) -> Result<T, LeaseError> {
    let lease = quay.lease(berth).await?;
    // From here to the end there is no way out that does not drop the guard.
    let mut guard = Guard { quay, tasks, lease: Some(lease.clone()) };
    // Both are polled in turn, so the work goes on while a renewal waits for its answer. In the
    // block of a branch it would not.
    let ended = select! {
        biased;
        value = work(&lease) => Ok(value),
        lost = renew_until_lost(quay, &lease) => Err(lost),
    };
    match ended {
        Ok(value) => {
            if let Some(release) = guard.give_back() {
                // Awaited through a task: dropped here, the call loses the handle and no more.
                release.await.expect("giving back does not panic, and nobody aborts it");
            }
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

/// Whoever drops it gives the lease back, if nobody has done that.
struct Guard<'a> {
    quay: &'a Quay,
    tasks: &'a TaskTracker,
    lease: Option<Lease>,
}

impl Guard<'_> {
    /// Begins to give the lease back; what was taken cannot be given back a second time.
    fn give_back(&mut self) -> Option<JoinHandle<()>> {
        let (quay, lease) = (self.quay.clone(), self.lease.take()?);
        // On the tracker: a task that nobody counts is lost when the program ends.
        Some(self.tasks.spawn(async move { quay.release(&lease).await }))
    }
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        // Nothing is awaited here. To block on the release would stop the thread that is to do it.
        self.give_back();
    }
}
