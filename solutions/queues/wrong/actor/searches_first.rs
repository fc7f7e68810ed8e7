//! Rejected by: step_2_clerks_take_turns
//! Outcome: wrong_answer
//! Why people write it: a search changes nothing, so it may pass the orders that wait, which are read into a list first.

use std::collections::VecDeque;

use tokio::sync::{mpsc, oneshot};
use worlds::Robot;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone;

#[derive(Debug, Clone)]
pub struct RobotHandle {
    orders: mpsc::Sender<Order>,
}

#[derive(Debug)]
enum Order {
    Store(String, oneshot::Sender<usize>),
    Find(String, oneshot::Sender<Option<usize>>),
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

    async fn order<T>(&self, order: impl FnOnce(oneshot::Sender<T>) -> Order) -> Result<T, Gone> {
        let (reply, answer) = oneshot::channel();
        self.orders.send(order(reply)).await.map_err(|_| Gone)?;
        answer.await.map_err(|_| Gone)
    }
}

async fn work(mut robot: Robot, mut receiver: mpsc::Receiver<Order>) {
    let mut stores = VecDeque::new();
    loop {
        while let Ok(order) = receiver.try_recv() {
            match order {
                Order::Store(item, reply) => stores.push_back((item, reply)),
                Order::Find(item, reply) => drop(reply.send(robot.find(&item).await)),
            }
        }
        if let Some((item, reply)) = stores.pop_front() {
            let _ = reply.send(robot.store(&item).await);
            continue;
        }
        match receiver.recv().await {
            Some(Order::Store(item, reply)) => stores.push_back((item, reply)),
            Some(Order::Find(item, reply)) => drop(reply.send(robot.find(&item).await)),
            None => break,
        }
    }
}
