//! Rejected by: step_5_a_broken_robot_is_gone_for_everybody
//! Outcome: wrong_answer
//! Why people write it: a channel of `mpsc` serves for the answer as well, and its sender is cloned into the order; the clone that stays here keeps it open.

use tokio::sync::mpsc;
use worlds::Robot;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone;

#[derive(Debug, Clone)]
pub struct RobotHandle {
    orders: mpsc::Sender<Order>,
}

#[derive(Debug)]
enum Order {
    Store(String, mpsc::Sender<usize>),
    Find(String, mpsc::Sender<Option<usize>>),
}

impl RobotHandle {
    pub fn spawn(robot: Robot, mailbox: usize) -> RobotHandle {
        let (orders, receiver) = mpsc::channel(mailbox);
        tokio::spawn(work(robot, receiver));
        RobotHandle { orders }
    }

    pub async fn store(&self, item: &str) -> Result<usize, Gone> {
        self.order(|reply| Order::Store(item.to_owned(), reply)).await
    }

    pub async fn find(&self, item: &str) -> Result<Option<usize>, Gone> {
        self.order(|reply| Order::Find(item.to_owned(), reply)).await
    }

    async fn order<T>(&self, order: impl FnOnce(mpsc::Sender<T>) -> Order) -> Result<T, Gone> {
        let (reply, mut answer) = mpsc::channel(1);
        self.orders.send(order(reply.clone())).await.map_err(|_| Gone)?;
        answer.recv().await.ok_or(Gone)
    }
}

async fn work(mut robot: Robot, mut orders: mpsc::Receiver<Order>) {
    while let Some(order) = orders.recv().await {
        match order {
            Order::Store(item, reply) => {
                let _ = reply.send(robot.store(&item).await).await;
            }
            Order::Find(item, reply) => {
                let _ = reply.send(robot.find(&item).await).await;
            }
        }
    }
}
