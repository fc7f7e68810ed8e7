//! Differs by: a task of the tracker renews and gives back, and a token that is canceled by a drop ends it.

use std::ops::ControlFlow;

use tokio::{select, sync::oneshot, time::sleep};
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use worlds::{Lease, LeaseError, Quay};

pub async fn with_lease<T>(
    quay: &Quay,
    tasks: &TaskTracker,
    berth: &str,
    work: impl AsyncFnOnce(&Lease) -> T,
) -> Result<T, LeaseError> {
    let lease = quay.lease(berth).await?;
    let stop = CancellationToken::new();
    let guard = stop.clone().drop_guard();
    let (report, lost) = oneshot::channel();
    let (its_quay, its_lease) = (quay.clone(), lease.clone());
    let keeper = tasks.spawn(async move {
        match stop.run_until_cancelled(renew_until_lost(&its_quay, &its_lease)).await {
            None => its_quay.release(&its_lease).await,
            // The call may be gone; then nobody wants to know.
            Some(error) => drop(report.send(error)),
        }
    });

    let ended = select! {
        value = work(&lease) => ControlFlow::Continue(value),
        Ok(error) = lost => ControlFlow::Break(error),
    };
    drop(guard);
    keeper.await.expect("the keeper does not panic, and nobody aborts it");
    match ended {
        ControlFlow::Continue(value) => Ok(value),
        ControlFlow::Break(error) => Err(error),
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
