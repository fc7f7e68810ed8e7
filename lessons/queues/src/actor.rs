//! # Actor: one robot, many clerks
//!
//! A storehouse has one robot, and its functions take `&mut self`: it does one thing at a time.
//! Many clerks have orders for it. So one task owns the robot and reads orders from a mailbox. The
//! clerks hold handles: each call sends an order, and gets its own answer back.
//!
//! - Read: `lessons/queues/README.md`
//! - Check: `cargo test -p queues actor` or `cargo checker run queues/actor`
//! - Hint: `cargo checker hint queues/actor`
//! - Toolbox: `tokio::sync::mpsc`, `tokio::sync::oneshot`, `tokio::spawn`, `tokio::sync::Mutex`;
//!   one of them is a trap here
//! - Needs: enums with fields, `move`, when a value is dropped

use worlds::Robot;

/// There is no robot any more that could carry out an order: it has panicked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone;

/// A handle to the task that owns a robot. Clones are for the same robot. Its fields are yours.
#[derive(Debug, Clone)]
pub struct RobotHandle {}

impl RobotHandle {
    /// Starts the task. It carries the orders out one by one, as their calls were first polled, and
    /// answers each one when it is done. Up to `mailbox` orders, at least 1, wait in the mailbox,
    /// besides the one that is carried out. Calls with further orders wait for room.
    ///
    /// When the last handle is dropped, the task carries out what is in the mailbox, and ends.
    pub fn spawn(robot: Robot, mailbox: usize) -> RobotHandle {
        let _ = robot;
        todo!("let a task own the robot, and give it a mailbox for {mailbox} orders")
    }

    /// Has `item` stored, and gives the number of its place.
    ///
    /// # Errors
    ///
    /// When the robot panics, over this order or another one, every call gives [`Gone`]: whether it
    /// waits for its answer, waits for room, or comes later.
    ///
    /// # Cancel safety
    ///
    /// Dropped while it waits for room, the order is not given. Once in the mailbox, it is carried
    /// out, also if nobody waits for the answer any more.
    pub async fn store(&self, item: &str) -> Result<usize, Gone> {
        todo!("have {item:?} stored and wait for the answer")
    }

    /// Has `item` searched, and gives the number of its place, if it is stored. Errors and cancel
    /// safety are those of [`RobotHandle::store`].
    pub async fn find(&self, item: &str) -> Result<Option<usize>, Gone> {
        todo!("have {item:?} searched and wait for the answer")
    }
}
