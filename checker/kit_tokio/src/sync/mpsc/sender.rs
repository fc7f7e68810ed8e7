//! The senders of a bounded queue.

use std::{ops::Deref, time::Duration};

use real::sync::mpsc::{
    self, OwnedPermit, Permit, PermitIterator,
    error::{SendError, SendTimeoutError, TrySendError},
};

use super::Taken;

/// tokio's `Sender`. What is not here is tokio's, by [`Deref`].
#[derive(Debug)]
pub struct Sender<T> {
    inner: mpsc::Sender<T>,
    taken: Taken,
}

/// tokio's `WeakSender`. What is not here is tokio's, by [`Deref`].
#[derive(Debug)]
pub struct WeakSender<T> {
    inner: mpsc::WeakSender<T>,
    taken: Taken,
}

impl<T> Sender<T> {
    pub(super) fn new(inner: mpsc::Sender<T>, taken: Taken) -> Sender<T> {
        Sender { inner, taken }
    }

    /// Waits for a place and puts a message there.
    ///
    /// # Errors
    ///
    /// If the queue is closed; gives the message back.
    ///
    /// # Cancel safety
    ///
    /// Dropping it drops the message.
    pub async fn send(&self, message: T) -> Result<(), SendError<T>> {
        self.noted(self.inner.send(message).await)
    }

    /// The same, for at most so long.
    ///
    /// # Errors
    ///
    /// If the queue is closed or full for so long; gives the message back.
    ///
    /// # Cancel safety
    ///
    /// Dropping it drops the message.
    pub async fn send_timeout(
        &self,
        message: T,
        limit: Duration,
    ) -> Result<(), SendTimeoutError<T>> {
        self.noted(self.inner.send_timeout(message, limit).await)
    }

    /// Puts a message into the queue if a place is free.
    ///
    /// # Errors
    ///
    /// If none is free or the queue is closed; gives the message back.
    pub fn try_send(&self, message: T) -> Result<(), TrySendError<T>> {
        self.noted(self.inner.try_send(message))
    }

    /// Waits for a place and keeps it.
    ///
    /// # Errors
    ///
    /// If the queue is closed.
    ///
    /// # Cancel safety
    ///
    /// Dropping it gives up the place in the line of those who wait.
    pub async fn reserve(&self) -> Result<Permit<'_, T>, SendError<()>> {
        self.noted(self.inner.reserve().await)
    }

    /// Waits for many places and keeps them.
    ///
    /// # Errors
    ///
    /// If the queue is closed or shorter.
    ///
    /// # Cancel safety
    ///
    /// Dropping it gives up the place in the line of those who wait.
    pub async fn reserve_many(
        &self,
        places: usize,
    ) -> Result<PermitIterator<'_, T>, SendError<()>> {
        self.noted(self.inner.reserve_many(places).await)
    }

    /// Waits for a place and keeps it, with the sender.
    ///
    /// # Errors
    ///
    /// If the queue is closed.
    ///
    /// # Cancel safety
    ///
    /// Dropping it gives up the place in the line of those who wait.
    pub async fn reserve_owned(self) -> Result<OwnedPermit<T>, SendError<()>> {
        let permit = self.inner.clone().reserve_owned().await;
        self.noted(permit)
    }

    /// Keeps a place if one is free.
    ///
    /// # Errors
    ///
    /// If none is free or the queue is closed.
    pub fn try_reserve(&self) -> Result<Permit<'_, T>, TrySendError<()>> {
        self.noted(self.inner.try_reserve())
    }

    /// A sender that does not keep the queue open.
    pub fn downgrade(&self) -> WeakSender<T> {
        WeakSender { inner: self.inner.downgrade(), taken: self.taken.clone() }
    }

    fn noted<R>(&self, result: R) -> R {
        self.taken.note(self.inner.max_capacity(), self.inner.capacity());
        result
    }
}

impl<T> WeakSender<T> {
    /// A sender that keeps the queue open, if there still is one.
    pub fn upgrade(&self) -> Option<Sender<T>> {
        Some(Sender { inner: self.inner.upgrade()?, taken: self.taken.clone() })
    }
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Sender<T> {
        Sender { inner: self.inner.clone(), taken: self.taken.clone() }
    }
}

impl<T> Clone for WeakSender<T> {
    fn clone(&self) -> WeakSender<T> {
        WeakSender { inner: self.inner.clone(), taken: self.taken.clone() }
    }
}

impl<T> Deref for Sender<T> {
    type Target = mpsc::Sender<T>;

    fn deref(&self) -> &mpsc::Sender<T> {
        &self.inner
    }
}

impl<T> Deref for WeakSender<T> {
    type Target = mpsc::WeakSender<T>;

    fn deref(&self) -> &mpsc::WeakSender<T> {
        &self.inner
    }
}
