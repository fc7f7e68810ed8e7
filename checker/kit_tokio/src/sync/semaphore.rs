//! `tokio::sync::Semaphore`, which tells how many permits are free.

use std::{
    ops::Deref,
    panic::Location,
    sync::{Arc, OnceLock, Weak},
};

use kit::facade::{self, Counted};
use real::sync::{self, AcquireError, OwnedSemaphorePermit, TryAcquireError};

use super::as_u64;

/// tokio's `Semaphore`. What is not here is tokio's, by [`Deref`]; so are the permits.
#[derive(Debug)]
pub struct Semaphore {
    permits: usize,
    made_at: &'static Location<'static>,
    // Made when it is first used: a static one belongs to the run that uses it first.
    inner: OnceLock<Arc<sync::Semaphore>>,
}

impl Semaphore {
    /// The most permits that it can have.
    pub const MAX_PERMITS: usize = sync::Semaphore::MAX_PERMITS;

    /// A semaphore with so many permits.
    ///
    /// # Panics
    ///
    /// If they are more than [`MAX_PERMITS`](Semaphore::MAX_PERMITS).
    #[track_caller]
    pub fn new(permits: usize) -> Semaphore {
        let semaphore = Semaphore::const_new(permits);
        semaphore.inner();
        semaphore
    }

    /// The same for a `static`.
    #[track_caller]
    pub const fn const_new(permits: usize) -> Semaphore {
        Semaphore { permits, made_at: Location::caller(), inner: OnceLock::new() }
    }

    /// Waits for a permit that holds the semaphore.
    ///
    /// # Errors
    ///
    /// If the semaphore is closed.
    ///
    /// # Cancel safety
    ///
    /// Dropping it gives up the place in the queue.
    pub async fn acquire_owned(self: Arc<Self>) -> Result<OwnedSemaphorePermit, AcquireError> {
        Arc::clone(self.inner()).acquire_owned().await
    }

    /// The same for many permits.
    ///
    /// # Errors
    ///
    /// If the semaphore is closed.
    ///
    /// # Cancel safety
    ///
    /// Dropping it gives up the place in the queue.
    pub async fn acquire_many_owned(
        self: Arc<Self>,
        permits: u32,
    ) -> Result<OwnedSemaphorePermit, AcquireError> {
        Arc::clone(self.inner()).acquire_many_owned(permits).await
    }

    /// Takes a permit that holds the semaphore, if one is free.
    ///
    /// # Errors
    ///
    /// If none is free or the semaphore is closed.
    pub fn try_acquire_owned(self: Arc<Self>) -> Result<OwnedSemaphorePermit, TryAcquireError> {
        Arc::clone(self.inner()).try_acquire_owned()
    }

    /// The same for many permits.
    ///
    /// # Errors
    ///
    /// If fewer are free or the semaphore is closed.
    pub fn try_acquire_many_owned(
        self: Arc<Self>,
        permits: u32,
    ) -> Result<OwnedSemaphorePermit, TryAcquireError> {
        Arc::clone(self.inner()).try_acquire_many_owned(permits)
    }

    fn inner(&self) -> &Arc<sync::Semaphore> {
        self.inner.get_or_init(|| {
            let inner = Arc::new(sync::Semaphore::new(self.permits));
            let weak = Arc::downgrade(&inner);
            let free = move || Weak::upgrade(&weak).map(|it| as_u64(it.available_permits()));
            facade::share(Counted::FreePermits, as_u64(self.permits), self.made_at, free);
            inner
        })
    }
}

impl Deref for Semaphore {
    type Target = sync::Semaphore;

    fn deref(&self) -> &sync::Semaphore {
        self.inner()
    }
}
