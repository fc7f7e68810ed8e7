//! Rejected by: step_4_a_full_mailbox_makes_clerks_wait
//! Outcome: wrong_answer
//! Why people write it: an unbounded channel never fails and never waits.

use tokio::sync::{mpsc, oneshot};
use worlds::Robot;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone;

#[derive(Debug, Clone)]
pub struct RobotHandle {
    orders: mpsc::UnboundedSender<Order>,
}

#[derive(Debug)]
enum Order {
    Store(String, oneshot::Sender<usize>),
    Find(String, oneshot::Sender<Option<usize>>),
}

impl RobotHandle {
    pub fn spawn(robot: Robot, _mailbox: usize) -> RobotHandle {
        let (orders, receiver) = mpsc::unbounded_channel();
        tokio::spawn(work(robot, receiver));
        RobotHandle { orders }
    }

    pub async fn store(&self, item: &str) -> Result<usize, Gone> {
        self.order(|reply| Order::Store(item.to_owned(), reply)).await
    }

    pub async fn find(&self, item: &str) -> Result<Option<usize>, Gone> {
        self.order(|reply| Order::Find(item.to_owned(), reply)).await
    }

    async fn order<T>(&self, order: impl FnOnce(oneshot::Sender<T>) -> Order) -> Result<T, Gone> {
        let (reply, answer) = oneshot::channel();
        self.orders.send(order(reply)).map_err(|_| Gone)?;
        answer.await.map_err(|_| Gone)
    }
}

async fn work(mut robot: Robot, mut orders: mpsc::UnboundedReceiver<Order>) {
    while let Some(order) = orders.recv().await {
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
