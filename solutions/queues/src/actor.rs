//! `actor`, solved: each order carries the way back for its answer.

use tokio::sync::{mpsc, oneshot};
use worlds::Robot;

/// There is no robot any more that could carry out an order: it has panicked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone;

/// A handle to the task that owns a robot.
#[derive(Debug, Clone)]
pub struct RobotHandle {
    orders: mpsc::Sender<Order>,
}

/// What the robot is to do, and where the answer goes. Each kind of order has its kind of answer.
#[derive(Debug)]
enum Order {
    Store(String, oneshot::Sender<usize>),
    Find(String, oneshot::Sender<Option<usize>>),
}

impl RobotHandle {
    /// Starts the task.
    pub fn spawn(robot: Robot, mailbox: usize) -> RobotHandle {
        let (orders, receiver) = mpsc::channel(mailbox);
        // Detached on purpose: the task ends with its last sender. An abort would lose orders. It
        // must hold no sender itself, or it would wait for its own orders for ever.
        tokio::spawn(work(robot, receiver));
        RobotHandle { orders }
    }

    /// Has `item` stored.
    pub async fn store(&self, item: &str) -> Result<usize, Gone> {
        self.order(|reply| Order::Store(item.to_owned(), reply)).await
    }

    /// Has `item` searched.
    pub async fn find(&self, item: &str) -> Result<Option<usize>, Gone> {
        self.order(|reply| Order::Find(item.to_owned(), reply)).await
    }

    async fn order<T>(&self, order: impl FnOnce(oneshot::Sender<T>) -> Order) -> Result<T, Gone> {
        let (reply, answer) = oneshot::channel();
        // A panic drops the mailbox, and with it every reply inside: `send` fails from then on, and
        // whoever waits for an answer hears that none will come.
        self.orders.send(order(reply)).await.map_err(|_| Gone)?;
        answer.await.map_err(|_| Gone)
    }
}

/// Carries out orders until nobody can send any more. A lock around the robot would need no task,
/// but a dropped call would drop what the robot does for it.
async fn work(mut robot: Robot, mut orders: mpsc::Receiver<Order>) {
    while let Some(order) = orders.recv().await {
        // An `Err` gives the answer back because its clerk has left. That is the clerk's right and
        // no reason to stop.
        match order {
            Order::Store(item, reply) => {
                let _ = reply.send(robot.store(&item).await);
            }
            Order::Find(item, reply) => {
                let _ = reply.send(robot.find(&item).await);
            }
        }
    }
}
