//! Differs by: a task of the tracker owns the lease from the beginning and gives it back when the sender of a channel is gone.

use tokio::{
    select,
    sync::oneshot,
    time::{Instant, interval_at},
};
use tokio_util::task::TaskTracker;
use worlds::{Lease, LeaseError, Quay};

enum End {
    Lost,
}

pub async fn with_lease<T>(
    quay: &Quay,
    tasks: &TaskTracker,
    berth: &str,
    work: impl AsyncFnOnce(&Lease) -> T,
) -> Result<T, LeaseError> {
    let lease = quay.lease(berth).await?;
    let (end, ended) = oneshot::channel();
    let owner = (quay.clone(), lease.clone());
    let release = tasks.spawn(async move {
        let (quay, lease) = owner;
        // An error means that the sender was dropped, wherever the call was then.
        match ended.await {
            Ok(End::Lost) => {}
            Err(_) => quay.release(&lease).await,
        }
    });

    let renewals = async {
        let third = lease.ttl / 3;
        let mut thirds = interval_at(Instant::now() + third, third);
        loop {
            thirds.tick().await;
            if let Err(lost) = quay.renew(&lease).await {
                return lost;
            }
        }
    };
    let result = select! {
        value = work(&lease) => Ok(value),
        lost = renewals => Err(lost),
    };
    match result {
        Ok(_) => drop(end),
        Err(_) => drop(end.send(End::Lost)),
    }
    release.await.expect("giving back does not panic, and nobody aborts it");
    result
}
