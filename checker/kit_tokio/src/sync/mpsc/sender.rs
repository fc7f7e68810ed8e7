//! The senders of a bounded queue.

use std::ops::Deref;

use real::sync::mpsc::{self, OwnedPermit, error::SendError, error::TrySendError};

use super::Left;

/// tokio's `Sender`. What is not here is tokio's, by [`Deref`].
#[derive(Debug)]
pub struct Sender<T> {
    inner: mpsc::Sender<T>,
    left: Left,
}

/// tokio's `WeakSender`. What is not here is tokio's, by [`Deref`].
#[derive(Debug)]
pub struct WeakSender<T> {
    inner: mpsc::WeakSender<T>,
    left: Left,
}

impl<T> Sender<T> {
    pub(super) fn new(inner: mpsc::Sender<T>, left: Left) -> Sender<T> {
        Sender { inner, left }
    }

    /// A sender that does not keep the queue open.
    pub fn downgrade(&self) -> WeakSender<T> {
        WeakSender { inner: self.inner.downgrade(), left: self.left.clone() }
    }

    /// Waits for a place in the queue and keeps it, with the sender.
    ///
    /// # Errors
    ///
    /// If the queue is closed.
    ///
    /// # Cancel safety
    ///
    /// Dropping it gives up the place in the queue.
    pub async fn reserve_owned(self) -> Result<OwnedPermit<T>, SendError<()>> {
        self.inner.clone().reserve_owned().await
    }

    /// Takes a place in the queue if one is free, and keeps it, with the sender.
    ///
    /// # Errors
    ///
    /// If none is free or the queue is closed; gives the sender back.
    pub fn try_reserve_owned(self) -> Result<OwnedPermit<T>, TrySendError<Sender<T>>> {
        let again = |inner| Sender { inner, left: self.left.clone() };
        self.inner.clone().try_reserve_owned().map_err(|error| match error {
            TrySendError::Full(inner) => TrySendError::Full(again(inner)),
            TrySendError::Closed(inner) => TrySendError::Closed(again(inner)),
        })
    }
}

impl<T> WeakSender<T> {
    /// A sender that keeps the queue open, if there still is one.
    pub fn upgrade(&self) -> Option<Sender<T>> {
        Some(Sender { inner: self.inner.upgrade()?, left: self.left.clone() })
    }
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Sender<T> {
        Sender { inner: self.inner.clone(), left: self.left.clone() }
    }
}

impl<T> Clone for WeakSender<T> {
    fn clone(&self) -> WeakSender<T> {
        WeakSender { inner: self.inner.clone(), left: self.left.clone() }
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

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        // The last one leaves word of what it leaves.
        self.left.note(self.inner.max_capacity() - self.inner.capacity());
    }
}
