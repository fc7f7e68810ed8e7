//! Rejected by: step_2_it_is_renewed_during_the_work
//! Outcome: wrong_answer
//! Why people write it: the renewal stands in the `select!` once, and the work is awaited after it.

use std::pin::pin;

use tokio::{select, task::JoinHandle, time::sleep};
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
    let mut working = pin!(work(&lease));
    let ended = select! {
        biased;
        value = &mut working => Ok(value),
        renewed = renew(quay, &lease) => match renewed {
            Ok(()) => Ok(working.await),
            Err(lost) => Err(lost),
        },
    };
    match ended {
        Ok(value) => {
            if let Some(release) = guard.give_back() {
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

async fn renew(quay: &Quay, lease: &Lease) -> Result<(), LeaseError> {
    sleep(lease.ttl / 3).await;
    quay.renew(lease).await
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
