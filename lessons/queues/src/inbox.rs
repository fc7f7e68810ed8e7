//! # Overflow: what a full inbox does
//!
//! At times a newsroom gets reports, letters and share prices faster than it reads them. No report
//! may be lost, so its reporter waits. A letter may go back to its sender. Of the prices only the
//! newest count. Each of the three has an inbox, which is told what to do when it is full.
//!
//! - Read: `lessons/queues/README.md`
//! - Check: `cargo test -p queues inbox` or `cargo checker run queues/inbox`
//! - Hint: `cargo checker hint queues/inbox`
//! - Toolbox: `std::collections::VecDeque`, `tokio::sync::Semaphore`, `tokio::sync::Notify`; one of
//!   them is a trap here
//! - Needs: generics, enums, `Option`, `std::sync::Mutex`

use std::{collections::VecDeque, sync::Mutex};

/// What a full inbox does with one message more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overflow {
    /// Its sender waits for room.
    Wait,
    /// It goes back to its sender.
    RejectNew,
    /// The oldest message inside is thrown away for it.
    DropOldest,
}

/// Messages, the oldest first. Its private fields may change.
#[derive(Debug)]
pub struct Inbox<T> {
    messages: Mutex<VecDeque<T>>,
}

impl<T> Inbox<T> {
    /// An empty inbox that never holds more than `capacity` messages, which is at least 1.
    pub fn new(capacity: usize, overflow: Overflow) -> Inbox<T> {
        todo!("make an inbox for {capacity} messages that knows of {overflow:?}")
    }

    /// Puts a message in; gives it back as an `Err` if the inbox is full and rejects it. With
    /// `Wait`, a message comes in after every message whose `offer` was polled earlier, and its
    /// sender sleeps until a message is taken out. With the others the call never waits.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it is ready, its message does not come in: the next sender has its turn.
    pub async fn offer(&self, message: T) -> Result<(), T> {
        let _ = (&self.messages, message);
        todo!("put the message in, or do what a full inbox was told to do")
    }

    /// Takes the oldest message out and never waits: `None` if the inbox is empty.
    pub fn next(&self) -> Option<T> {
        todo!("take the oldest message out, and make room for one more")
    }

    /// How many messages found the inbox full and went back, or had others thrown away for them.
    pub fn overflowed(&self) -> usize {
        todo!("count the messages that went back or were thrown away")
    }
}
