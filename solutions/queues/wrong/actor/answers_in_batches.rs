//! Rejected by: step_2_clerks_take_turns
//! Outcome: wrong_answer
//! Why people write it: `recv_many` empties the mailbox at once, and the answers go out when all is done.

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
    let mut orders = Vec::new();
    while receiver.recv_many(&mut orders, 8).await > 0 {
        let (mut stored, mut found) = (Vec::new(), Vec::new());
        for order in orders.drain(..) {
            match order {
                Order::Store(item, reply) => stored.push((robot.store(&item).await, reply)),
                Order::Find(item, reply) => found.push((robot.find(&item).await, reply)),
            }
        }
        stored.into_iter().for_each(|(place, reply)| drop(reply.send(place)));
        found.into_iter().for_each(|(place, reply)| drop(reply.send(place)));
    }
}
