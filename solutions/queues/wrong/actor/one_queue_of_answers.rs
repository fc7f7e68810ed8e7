//! Rejected by: step_3_a_clerk_may_leave
//! Outcome: wrong_answer
//! Why people write it: the answers come in the order of the orders, so one channel for all of them seems enough; after a clerk who left, everybody has the answer of somebody else.

use std::sync::Arc;

use tokio::sync::{Mutex, mpsc};
use worlds::Robot;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone;

#[derive(Debug, Clone)]
pub struct RobotHandle {
    orders: mpsc::Sender<Order>,
    answers: Arc<Mutex<mpsc::UnboundedReceiver<Option<usize>>>>,
}

#[derive(Debug)]
enum Order {
    Store(String),
    Find(String),
}

impl RobotHandle {
    pub fn spawn(mut robot: Robot, mailbox: usize) -> RobotHandle {
        let (orders, mut receiver) = mpsc::channel(mailbox);
        let (reply, answers) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            while let Some(order) = receiver.recv().await {
                let answer = match order {
                    Order::Store(item) => Some(robot.store(&item).await),
                    Order::Find(item) => robot.find(&item).await,
                };
                let _ = reply.send(answer);
            }
        });
        RobotHandle { orders, answers: Arc::new(Mutex::new(answers)) }
    }

    pub async fn store(&self, item: &str) -> Result<usize, Gone> {
        self.order(Order::Store(item.to_owned())).await?.ok_or(Gone)
    }

    pub async fn find(&self, item: &str) -> Result<Option<usize>, Gone> {
        self.order(Order::Find(item.to_owned())).await
    }

    async fn order(&self, order: Order) -> Result<Option<usize>, Gone> {
        self.orders.send(order).await.map_err(|_| Gone)?;
        self.answers.lock().await.recv().await.ok_or(Gone)
    }
}
