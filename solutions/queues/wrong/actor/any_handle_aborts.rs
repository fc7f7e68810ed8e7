//! Rejected by: step_2_clerks_take_turns
//! Outcome: wrong_answer
//! Why people write it: `Drop` for the handle ends the task, and a clone is dropped like the first one.

use tokio::{
    sync::{mpsc, oneshot},
    task::AbortHandle,
};
use worlds::Robot;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone;

#[derive(Debug, Clone)]
pub struct RobotHandle {
    orders: mpsc::Sender<Order>,
    task: AbortHandle,
}

#[derive(Debug)]
enum Order {
    Store(String, oneshot::Sender<usize>),
    Find(String, oneshot::Sender<Option<usize>>),
}

impl RobotHandle {
    pub fn spawn(robot: Robot, mailbox: usize) -> RobotHandle {
        let (orders, receiver) = mpsc::channel(mailbox);
        let task = tokio::spawn(work(robot, receiver)).abort_handle();
        RobotHandle { orders, task }
    }

    pub async fn store(&self, item: &str) -> Result<usize, Gone> {
        self.order(|reply| Order::Store(item.to_owned(), reply)).await
    }

    pub async fn find(&self, item: &str) -> Result<Option<usize>, Gone> {
        self.order(|reply| Order::Find(item.to_owned(), reply)).await
    }

    async fn order<T>(&self, order: impl FnOnce(oneshot::Sender<T>) -> Order) -> Result<T, Gone> {
        let (reply, answer) = oneshot::channel();
        self.orders.send(order(reply)).await.map_err(|_| Gone)?;
        answer.await.map_err(|_| Gone)
    }
}

impl Drop for RobotHandle {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn work(mut robot: Robot, mut orders: mpsc::Receiver<Order>) {
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
