//! The receiver of a bounded queue.

use std::{
    ops::{Deref, DerefMut},
    task::{Context, Poll},
};

use real::sync::mpsc::{self, error::TryRecvError};

use super::Taken;

/// tokio's `Receiver`. What is not here is tokio's, by [`Deref`].
#[derive(Debug)]
pub struct Receiver<T> {
    inner: mpsc::Receiver<T>,
    taken: Taken,
}

impl<T> Receiver<T> {
    pub(super) fn new(inner: mpsc::Receiver<T>, taken: Taken) -> Receiver<T> {
        Receiver { inner, taken }
    }

    /// Waits for the next message; nothing comes when the queue is closed and empty.
    ///
    /// # Cancel safety
    ///
    /// Dropping it loses no message.
    pub async fn recv(&mut self) -> Option<T> {
        let message = self.inner.recv().await;
        self.note();
        message
    }

    /// Waits for up to `limit` messages and puts them behind those in `buffer`.
    ///
    /// # Cancel safety
    ///
    /// Dropping it loses no message.
    pub async fn recv_many(&mut self, buffer: &mut Vec<T>, limit: usize) -> usize {
        let number = self.inner.recv_many(buffer, limit).await;
        self.note();
        number
    }

    /// Takes the next message if one is there.
    ///
    /// # Errors
    ///
    /// If none is there, or none will ever be.
    pub fn try_recv(&mut self) -> Result<T, TryRecvError> {
        let message = self.inner.try_recv();
        self.note();
        message
    }

    /// Polls for the next message.
    pub fn poll_recv(&mut self, cx: &mut Context<'_>) -> Poll<Option<T>> {
        let message = self.inner.poll_recv(cx);
        self.note();
        message
    }

    fn note(&self) {
        self.taken.note(self.inner.max_capacity(), self.inner.capacity());
    }
}

impl<T> Deref for Receiver<T> {
    type Target = mpsc::Receiver<T>;

    fn deref(&self) -> &mpsc::Receiver<T> {
        &self.inner
    }
}

impl<T> DerefMut for Receiver<T> {
    fn deref_mut(&mut self) -> &mut mpsc::Receiver<T> {
        &mut self.inner
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        self.taken.end();
    }
}
