//! # No async drop: a berth on lease
//!
//! A ship leases a berth for 90 ms, renews it while it is unloaded, and gives it back. If the call
//! is dropped or panics half-way, somebody must still give the berth back, and that is a call to
//! the office, which has to be awaited: the one thing that `Drop` cannot do.
//!
//! - Read: `lessons/cancellation/README.md`
//! - Check: `cargo test -p cancellation lease` or `cargo checker run cancellation/lease`
//! - Hint: `cargo checker hint cancellation/lease`
//! - Toolbox: `TaskTracker::spawn`, `tokio::select!`, `Option::take`, `Handle::block_on`; one of
//!   them is a trap here
//! - Needs: `Drop`, closures, `Option`, `?`

use tokio_util::task::TaskTracker;
use worlds::{Lease, LeaseError, Quay};

/// Leases `berth`, does `work` with the lease, gives it back, and returns what `work` gave.
///
/// While `work` is under way, the lease is renewed after each third of its `ttl`, the first third
/// from when it was given. The time that a renewal takes may count or not. `work` goes on meanwhile.
///
/// Every lease is given back once, after the work, and before the call returns. If the call is
/// dropped at any time, a task does it that `tasks` counts, whenever that one was spawned; if
/// `work` panics, it may be this task or the call, and the panic goes on to the caller. After the
/// work nothing is renewed. A lost lease belongs to somebody else and is not given back.
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
    let _ = (quay, tasks, work);
    todo!("lease {berth:?}, renew it during the work, and give it back however the work ends")
}
